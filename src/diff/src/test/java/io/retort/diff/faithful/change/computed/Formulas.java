package io.retort.diff.faithful.change.computed;

import static io.retort.testkit.TestDatabase.HSQLDB;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.GeneratedColumn;

/** Generated columns. */
public interface Formulas {

    @Found(
            forth = {"+ column item.total"},
            back = {"- column item.total"})
    @Cannot(
            on = {HSQLDB},
            because = "Hibernate writes stored, which HSQLDB does not support")
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
            because = "Hibernate writes stored, which HSQLDB does not support")
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
            because = "Hibernate writes stored, which HSQLDB does not support")
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
            because = "Hibernate writes stored, which HSQLDB does not support")
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
}
