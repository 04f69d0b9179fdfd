package io.retort.diff.faithful.change.leaning;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.GeneratedColumn;

/** Objects that depend on a generated column whose expression changes. */
public interface OtherFormulas {

    String UNKNOWN_WORD = "Hibernate writes stored, which HSQLDB does not support";
    String VIRTUAL = "Hibernate creates virtual generated columns there, which cannot be indexed";

    @Found(
            forth = {"+ index ix_item_total", "- index ix_item_total", "~ column item.total"},
            back = {"+ index ix_item_total", "- index ix_item_total", "~ column item.total"})
    @Cannot(on = HSQLDB, because = UNKNOWN_WORD)
    @Cannot(on = POSTGRESQL, because = VIRTUAL)
    class IndexOnOtherFormula {

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item_total", columnList = "total desc, price"))
        static class Before {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item_total", columnList = "total desc, price"))
        static class After {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 3")
            Integer total;
        }
    }

    @Found(
            forth = {"~ column item.total"},
            back = {"~ column item.total"})
    @Cannot(on = HSQLDB, because = UNKNOWN_WORD)
    @Cannot(on = POSTGRESQL, because = VIRTUAL)
    class UniqueOnOtherFormula {

        @Entity
        @Table(name = "item", uniqueConstraints = @UniqueConstraint(name = "uk_item_total", columnNames = "total"))
        static class Before {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(name = "item", uniqueConstraints = @UniqueConstraint(name = "uk_item_total", columnNames = "total"))
        static class After {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 3")
            Integer total;
        }
    }

    @Found(
            forth = {"~ column item.total"},
            back = {"~ column item.total"})
    @Cannot(on = HSQLDB, because = UNKNOWN_WORD)
    class ConditionOnOtherFormula {

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_total", constraints = "total > price")
        static class Before {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_total", constraints = "total > price")
        static class After {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 3")
            Integer total;
        }
    }

    @Found(
            forth = {"+ index ix_item_total", "- index ix_item_total", "~ column item.total"},
            back = {"+ index ix_item_total", "- index ix_item_total", "~ column item.total"})
    @Cannot(on = HSQLDB, because = UNKNOWN_WORD)
    @Cannot(on = POSTGRESQL, because = VIRTUAL)
    @Cannot(
            on = {MARIADB, H2},
            because = "it has no indexes on expressions: Hibernate cannot create it either")
    class ExpressionOverOtherFormula {

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item_total", columnList = "price, (total + 1)"))
        static class Before {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_item_total", columnList = "price, (total + 1)"))
        static class After {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 3")
            Integer total;
        }
    }

    @Found(
            forth = {"+ index ix_item_price", "- index ix_item_price", "~ column item.total"},
            back = {"+ index ix_item_price", "- index ix_item_price", "~ column item.total"})
    @Cannot(on = HSQLDB, because = UNKNOWN_WORD)
    @Cannot(on = POSTGRESQL, because = VIRTUAL)
    @Cannot(
            on = {MARIADB, MYSQL, H2},
            because = "it has no partial indexes")
    class RowsOfOtherFormula {

        @Entity
        @Table(
                name = "item",
                indexes = @Index(name = "ix_item_price", columnList = "price", options = "where total > 5"))
        static class Before {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(
                name = "item",
                indexes = @Index(name = "ix_item_price", columnList = "price", options = "where total > 5"))
        static class After {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 3")
            Integer total;
        }
    }

    @Found(
            forth = {"~ column item.box_id"},
            back = {"~ column item.box_id"})
    @Cannot(on = HSQLDB, because = UNKNOWN_WORD)
    @Cannot(on = POSTGRESQL, because = VIRTUAL)
    class ReferenceByOtherFormula {

        @Entity
        @Table(name = "box")
        static class Box {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 2")
            Long box_id;

            @ManyToOne
            @JoinColumn(name = "box_id", insertable = false, updatable = false)
            Box box;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            int price;

            @GeneratedColumn("price * 3")
            Long box_id;

            @ManyToOne
            @JoinColumn(name = "box_id", insertable = false, updatable = false)
            Box box;
        }
    }
}
