package io.retort.diff.faithful.change;

import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;

/** Changes to what a database computes by itself, and fields that are no columns. */
public interface Computed {

    @Found(
            forth = {"+ column item.total"},
            back = {"- column item.total"})
    @Cannot(
            on = {HSQLDB},
            because = "Hibernate says stored, a word that HSQLDB does not know")
    class NewComputed {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            int price;
            int amount;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            int price;
            int amount;

            @GeneratedColumn("price * amount")
            Integer total;
        }
    }

    @Found(
            forth = {"~ column item.total"},
            back = {"~ column item.total"})
    @Cannot(
            on = {HSQLDB},
            because = "Hibernate says stored, a word that HSQLDB does not know")
    class OtherFormula {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            int price;
            int amount;

            @GeneratedColumn("price * amount")
            Integer total;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            int price;
            int amount;

            @GeneratedColumn("price * amount * 2")
            Integer total;
        }
    }

    @Found(
            forth = {"~ column item.total"},
            back = {"~ column item.total"})
    @Cannot(
            on = {HSQLDB},
            because = "Hibernate says stored, a word that HSQLDB does not know")
    class NoLongerComputed {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            int price;
            Integer total;
        }
    }

    @Found(
            forth = {"- column item.total", "~ column item.price", "+ column item.total"},
            back = {"- column item.total", "~ column item.price", "+ column item.total"})
    @Cannot(
            on = {HSQLDB},
            because = "Hibernate says stored, a word that HSQLDB does not know")
    class SourceOfComputedRetyped {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            Integer price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            Long price;

            @GeneratedColumn("price * 2")
            Integer total;
        }
    }

    @Found(
            forth = {},
            back = {})
    class OnlyAFormula {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            int price;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            int price;

            @Formula("price * 2")
            Integer total;
        }
    }

    @Found(
            forth = {"~ column item.made"},
            back = {"~ column item.made"})
    @Cannot(
            on = {SQLITE},
            because = "its current_timestamp takes no precision")
    class GeneratedByDefault {

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

            @Generated
            @ColumnDefault("current_timestamp(6)")
            Instant made;
        }
    }

    @Found(
            forth = {},
            back = {})
    class OnlyInUpdates {

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

            @Column(updatable = false, insertable = false)
            String name;
        }
    }

    @Found(
            forth = {},
            back = {})
    class OnlyTransient {

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

            @Transient
            String name;
        }
    }
}
