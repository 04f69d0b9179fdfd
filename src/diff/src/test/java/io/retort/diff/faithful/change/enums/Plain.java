package io.retort.diff.faithful.change.enums;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Enums stored as a text, a character or a number. */
public interface Plain {

    @Found(
            forth = {"- constraint on item: check", "+ constraint on item: check item_state_check"},
            back = {"- constraint on item: check", "+ constraint on item: check item_state_check"})
    @Found(
            on = {MARIADB, MYSQL, H2},
            forth = {"~ column item.state enum"},
            back = {"~ column item.state enum"})
    class ConstantAtEnd {
        enum Old {
            NEW,
            DONE
        }

        enum Fresh {
            NEW,
            DONE,
            OPEN
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Old state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Fresh state;
        }
    }

    @Found(
            forth = {"- constraint on item: check", "+ constraint on item: check item_state_check"},
            back = {"- constraint on item: check", "+ constraint on item: check item_state_check"})
    @Found(
            on = {MARIADB, MYSQL, H2},
            forth = {"~ column item.state enum"},
            back = {"~ column item.state enum"})
    class ConstantBetween {
        enum Old {
            NEW,
            DONE
        }

        enum Fresh {
            NEW,
            GONE,
            DONE
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Old state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Fresh state;
        }
    }

    @Found(
            forth = {"- constraint on item: check", "+ constraint on item: check item_state_check"},
            back = {"- constraint on item: check", "+ constraint on item: check item_state_check"})
    @Cannot(
            on = {MYSQL},
            because = "8.0.15 parses check constraints and ignores them")
    class Ordinal {
        enum Old {
            NEW,
            DONE
        }

        enum Fresh {
            NEW,
            DONE,
            OPEN
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.ORDINAL)
            Old state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.ORDINAL)
            Fresh state;
        }
    }

    @Found(
            forth = {"- constraint on item: check", "+ constraint on item: check item_state_check"},
            back = {"- constraint on item: check", "+ constraint on item: check item_state_check"})
    @Cannot(
            on = {MYSQL},
            because = "8.0.15 parses check constraints and ignores them")
    class Letters {
        enum Old {
            A,
            B
        }

        enum Fresh {
            A,
            B,
            C
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @Column(length = 20)
            @JdbcTypeCode(SqlTypes.VARCHAR)
            Old state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @Column(length = 20)
            @JdbcTypeCode(SqlTypes.VARCHAR)
            Fresh state;
        }
    }

    @Found(
            on = {MARIADB, MYSQL, H2},
            forth = {"+ column item.state"},
            back = {"- column item.state"})
    @Found(
            forth = {"+ column item.state", "+ constraint on item: check item_state_check"},
            back = {"- column item.state", "- constraint on item: check"})
    class NewEnum {
        enum State {
            NEW,
            DONE
        }

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

            @Enumerated(EnumType.STRING)
            State state;
        }
    }
}
