package io.retort.diff.faithful.change.keys;

import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.NaturalId;

/** Unique constraints and check constraints. */
public interface Constraints {

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
            because = "Hibernate creates no unique constraints over several columns there")
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
            because = "8.0.15 parses check constraints and ignores them")
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
            because = "8.0.15 parses check constraints and ignores them")
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
            because = "8.0.15 parses check constraints and ignores them")
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
}
