package io.retort.diff.faithful.change;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.NaturalId;

/** Changes to unique constraints, checks and indexes. */
public interface Keys {

    @Found(
            forth = {"+ constraint on item: unique"},
            back = {"- constraint on item: unique"})
    class NewUnique {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String code;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(unique = true)
            String code;
        }
    }

    @Found(
            forth = {"+ constraint on item: unique uk_item_pair (code, region)"},
            back = {"- constraint on item: unique uk_item_pair (code, region)"})
    @Cannot(
            on = {SQLITE},
            because = "Hibernate makes no unique constraints over several columns there")
    class UniqueOverTwo {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String code;
            String region;
        }

        @Entity
        @Table(
                name = "item",
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "uk_item_pair",
                                columnNames = {"code", "region"}))
        static class After {
            @Id
            long id;

            String code;
            String region;
        }
    }

    @Found(
            forth = {"- constraint on item: unique", "+ constraint on item: unique"},
            back = {"- constraint on item: unique", "+ constraint on item: unique"})
    class UniqueMoves {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(unique = true)
            String code;

            String region;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            String code;

            @Column(unique = true)
            String region;
        }
    }

    @Found(
            forth = {"~ column item.code", "+ constraint on item: unique"},
            back = {"- constraint on item: unique", "~ column item.code"})
    @Found(
            on = {SQLITE},
            forth = {"~ column item.code"},
            back = {"~ column item.code"})
    class NaturalKey {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String code;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @NaturalId
            @Column(nullable = false)
            String code;
        }
    }

    @Found(
            forth = {"+ constraint on item: check ck_item_low"},
            back = {"- constraint on item: check ck_item_low"})
    @Cannot(
            on = {MYSQL},
            because = "8.0.15 parses checks and forgets them")
    class NewCheck {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            int low;
        }

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_low", constraints = "low >= 0")
        static class After {
            @Id
            long id;

            int low;
        }
    }

    @Found(
            forth = {"- constraint on item: check ck_item_low", "+ constraint on item: check ck_item_low"},
            back = {"- constraint on item: check ck_item_low", "+ constraint on item: check ck_item_low"})
    @Cannot(
            on = {MYSQL},
            because = "8.0.15 parses checks and forgets them")
    class OtherCheck {

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_low", constraints = "low >= 0")
        static class Before {
            @Id
            long id;

            int low;
        }

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_low", constraints = "low >= 1")
        static class After {
            @Id
            long id;

            int low;
        }
    }

    @Found(
            forth = {"+ constraint on item: check"},
            back = {"- constraint on item: check"})
    @Cannot(
            on = {MYSQL},
            because = "8.0.15 parses checks and forgets them")
    class CheckedColumn {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            int low;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Check(constraints = "low > 0")
            int low;
        }
    }

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
