package io.retort.diff.faithful.change;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Changes to computed columns that indexes, keys and conditions lean on: these stay, whatever becomes of the column. */
public interface Leaning {

    String UNKNOWN_WORD = "Hibernate says stored, a word that HSQLDB does not know";
    String VIRTUAL = "Hibernate asks for virtual columns there, which cannot be indexed";

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
            because = "it has no indexes on some of the rows")
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
            forth = {"- column item.total", "~ column item.price", "+ column item.total"},
            back = {"- column item.total", "~ column item.price", "+ column item.total"})
    @Cannot(on = HSQLDB, because = UNKNOWN_WORD)
    class ConditionOverSourceRetyped {

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_total", constraints = "total > 0")
        static class Before {
            @Id
            long id;

            Integer price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_total", constraints = "total > 0")
        static class After {
            @Id
            long id;

            Long price;

            @GeneratedColumn("price * 2")
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

    @Found(
            forth = {"~ column item.total", "~ column item.price"},
            back = {"~ column item.total", "~ column item.price"})
    @Cannot(on = HSQLDB, because = UNKNOWN_WORD)
    class NoLongerComputedAndSourceRetyped {

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_total", constraints = "total > 0")
        static class Before {
            @Id
            long id;

            Integer price;

            @GeneratedColumn("price * 2")
            Integer total;
        }

        @Entity
        @Table(name = "item")
        @Check(name = "ck_item_total", constraints = "total > 0")
        static class After {
            @Id
            long id;

            Long price;

            Integer total;
        }
    }

    @Found(
            forth = {
                "~ type mood",
                "- index ix_item_mood",
                "+ index ix_item_mood",
                "~ column item.mood",
                "~ column item.mood"
            },
            back = {
                "~ type mood",
                "- index ix_item_mood",
                "+ index ix_item_mood",
                "~ column item.mood",
                "~ column item.mood"
            })
    @Cannot(
            on = {MARIADB, MYSQL, HSQLDB, SQLITE},
            because = "Hibernate has no named enums there")
    @Cannot(on = H2, because = "it has no indexes on some of the rows")
    class ConditionsOverATypeMadeAnew {

        @Entity
        @Table(
                name = "item",
                indexes = {
                    @Index(name = "ix_item_mood", columnList = "id", options = "where mood <> 'GOOD'"),
                    @Index(name = "ix_item_plain", columnList = "mood")
                })
        @Check(name = "ck_item_mood", constraints = "mood <> 'GOOD' or id > 5")
        static class Before {
            enum Mood {
                BAD,
                FAIR,
                GOOD
            }

            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @ColumnDefault("'FAIR'")
            Mood mood;
        }

        @Entity
        @Table(
                name = "item",
                indexes = {
                    @Index(name = "ix_item_mood", columnList = "id", options = "where mood <> 'GOOD'"),
                    @Index(name = "ix_item_plain", columnList = "mood")
                })
        @Check(name = "ck_item_mood", constraints = "mood <> 'GOOD' or id > 5")
        static class After {
            enum Mood {
                BAD,
                GOOD
            }

            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @ColumnDefault("'BAD'")
            Mood mood;
        }
    }
}
