package io.retort.diff.faithful.change.keys;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

/** Indexes: their columns, order and names. */
public interface Indexes {

    @Found(
            forth = {"+ index ix_item_code"},
            back = {"- index ix_item_code"})
    class NewIndex {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String code;
            int low;
            int high;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item_code", columnList = "code"))
        static class After {
            @Id
            long id;

            String code;
            int low;
            int high;
        }
    }

    @Found(
            forth = {"- index ix_item", "+ index ix_item"},
            back = {"- index ix_item", "+ index ix_item"})
    class IndexOverMore {

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "low"))
        static class Before {
            @Id
            long id;

            String code;
            int low;
            int high;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "low, high"))
        static class After {
            @Id
            long id;

            String code;
            int low;
            int high;
        }
    }

    @Found(
            forth = {"- index ix_item", "+ index ix_item"},
            back = {"- index ix_item", "+ index ix_item"})
    class OtherOrder {

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "high, low"))
        static class Before {
            @Id
            long id;

            String code;
            int low;
            int high;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "low, high"))
        static class After {
            @Id
            long id;

            String code;
            int low;
            int high;
        }
    }

    @Found(
            forth = {"- index ix_item", "+ index ix_item"},
            back = {"- index ix_item", "+ index ix_item"})
    @Cannot(
            on = {HSQLDB},
            because = "its indexes have no order")
    class Descending {

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "low, high"))
        static class Before {
            @Id
            long id;

            String code;
            int low;
            int high;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "low, high desc"))
        static class After {
            @Id
            long id;

            String code;
            int low;
            int high;
        }
    }

    @Found(
            forth = {"- index ix_item", "+ constraint on item: unique ix_item"},
            back = {"- constraint on item: unique ix_item", "+ index ix_item"})
    @Found(
            on = {SQLITE},
            forth = {"- index ix_item"},
            back = {"+ index ix_item"})
    class UniqueIndex {

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "code"))
        static class Before {
            @Id
            long id;

            String code;
            int low;
            int high;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "code", unique = true))
        static class After {
            @Id
            long id;

            String code;
            int low;
            int high;
        }
    }

    @Found(
            forth = {"+ index ix_item"},
            back = {"- index ix_item"})
    @Cannot(
            on = {HSQLDB, H2, MARIADB},
            because = "it has no indexes on expressions: Hibernate cannot create it either")
    class OnExpression {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String code;
            int low;
            int high;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item", columnList = "(lower(code))"))
        static class After {
            @Id
            long id;

            String code;
            int low;
            int high;
        }
    }

    @Found(
            forth = {},
            back = {})
    class IndexRenamed {

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_one", columnList = "code"))
        static class Before {
            @Id
            long id;

            String code;
            int low;
            int high;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_two", columnList = "code"))
        static class After {
            @Id
            long id;

            String code;
            int low;
            int high;
        }
    }
}
