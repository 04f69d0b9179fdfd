package io.retort.diff.faithful.change.types;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/** Long texts and binary data, and national characters. */
public interface LongValues {

    @Found(forth = "~ column item.n", back = "~ column item.n")
    class TextToLongText {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            String n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = Length.LONG32)
            String n;
        }
    }

    @Found(forth = "~ column item.n", back = "~ column item.n")
    class TextToLob {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            String n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
            String n;
        }
    }

    @Found(
            forth = {"~ column item.n varbinary(50) -> varbinary(100)"},
            back = {"~ column item.n varbinary(100) -> varbinary(50)"})
    @Cannot(
            on = {POSTGRESQL, POSTGRESQL_15},
            because = "bytea has no length")
    @Cannot(
            on = {SQLITE},
            because = "a blob has no length")
    class LongerBinary {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            byte[] n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = 100)
            byte[] n;
        }
    }

    @Found(forth = "~ column item.n", back = "~ column item.n")
    @Cannot(
            on = {POSTGRESQL, POSTGRESQL_15},
            because = "both types are bytea")
    @Cannot(
            on = {SQLITE},
            because = "both are blob")
    class BinaryToLob {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            byte[] n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = Length.LONG32)
            byte[] n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewLob {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Lob
            String n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewBlob {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Lob
            byte[] n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewNational {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Nationalized
            @Column(length = 20)
            String n;
        }
    }
}
