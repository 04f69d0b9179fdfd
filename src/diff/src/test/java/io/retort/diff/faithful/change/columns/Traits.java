package io.retort.diff.faithful.change.columns;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/** Properties of columns other than the type: default, comment, collation. */
public interface Traits {

    @Found(
            forth = "~ column item.state varchar(10) -> varchar(10) default 'new'",
            back = "~ column item.state varchar(10) default 'new'")
    class NewDefault {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 10)
            String state;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = 10)
            @ColumnDefault("'new'")
            String state;
        }
    }

    @Found(forth = "~ column item.amount integer default 1", back = "~ column item.amount integer default -2")
    class OtherDefault {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @ColumnDefault("1")
            Integer amount;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ColumnDefault("-2")
            Integer amount;
        }
    }

    @Found(
            forth = "~ column item.made timestamp(6) with time zone -> timestamp(6) with time zone default",
            back = "~ column item.made timestamp(6) with time zone default")
    @Found(
            on = {MARIADB, MYSQL},
            forth = "~ column item.made ",
            back = "~ column item.made ")
    @Cannot(
            on = {SQLITE},
            because = "its current_timestamp accepts no precision")
    class DefaultOfTime {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            Instant made;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ColumnDefault("current_timestamp(6)")
            Instant made;
        }
    }

    @Found(forth = "~ column item.name comment changed", back = "~ column item.name comment changed")
    @Cannot(
            on = {SQLITE},
            because = "SQLite does not store comments")
    class NewComment {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String name;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Comment("what people's labels say")
            String name;
        }
    }

    @Found(forth = "~ table item comment", back = "~ table item comment")
    @Cannot(
            on = {SQLITE},
            because = "SQLite does not store comments")
    class TableComment {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        @Comment("what is on the shelf")
        static class After {
            @Id
            long id;
        }
    }

    @Found(
            forth = {"~ table item comment", "~ column item.name comment changed"},
            back = {"~ table item comment", "~ column item.name comment changed"})
    @Cannot(
            on = {SQLITE},
            because = "SQLite does not store comments")
    class OtherComments {

        @Entity
        @Table(name = "item")
        @Comment("one")
        static class Before {
            @Id
            long id;

            @Comment("one")
            String name;
        }

        @Entity
        @Table(name = "item")
        @Comment("two")
        static class After {
            @Id
            long id;

            @Comment("two")
            String name;
        }
    }

    @Found(
            forth = "~ column item.name varchar(20) -> varchar(20) collate",
            back = "~ column item.name varchar(20) collate")
    @Cannot(
            on = {MARIADB, MYSQL, H2},
            because = "the collation is PostgreSQL's; H2 has one for the whole database")
    @Cannot(
            on = {HSQLDB, SQLITE},
            because = "the collation is another product's")
    class CollationOfPostgreSql {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 20)
            String name;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Collate("POSIX")
            @Column(length = 20)
            String name;
        }
    }

    @Found(
            forth = "~ column item.name varchar(20) -> varchar(20) collate",
            back = "~ column item.name varchar(20) collate")
    @Cannot(
            on = {POSTGRESQL, POSTGRESQL_15, H2},
            because = "the collation is MySQL's; H2 has one for the whole database")
    @Cannot(
            on = {HSQLDB, SQLITE},
            because = "the collation is another product's")
    class CollationOfMySql {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 20)
            String name;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Collate("utf8mb4_bin")
            @Column(length = 20)
            String name;
        }
    }
}
