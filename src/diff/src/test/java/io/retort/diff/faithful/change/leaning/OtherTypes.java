package io.retort.diff.faithful.change.leaning;

import static io.retort.diff.faithful.change.leaning.OtherFormulas.UNKNOWN_WORD;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Objects that depend on a column whose type changes. */
public interface OtherTypes {

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
            forth = {"- column item.glad", "~ type mood", "+ column item.glad"},
            back = {"- column item.glad", "~ type mood", "+ column item.glad"})
    @Cannot(on = POSTGRESQL, because = "a virtual generated column cannot depend on an enum type")
    @Cannot(
            on = {MARIADB, MYSQL, HSQLDB, SQLITE},
            because = "Hibernate has no named enums there")
    class ComputedFromATypeMadeAnew {

        @Entity
        @Table(name = "item")
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
            Mood mood;

            @GeneratedColumn("case when mood = 'GOOD' then 1 else 0 end")
            Integer glad;
        }

        @Entity
        @Table(name = "item")
        static class After {
            enum Mood {
                BAD,
                GOOD
            }

            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Mood mood;

            @GeneratedColumn("case when mood = 'GOOD' then 1 else 0 end")
            Integer glad;
        }
    }

    @Found(
            forth = {"- column item.glad", "~ type mood", "+ column item.glad"},
            back = {"- column item.glad", "~ type mood", "+ column item.glad"})
    @Cannot(
            on = {MARIADB, MYSQL, HSQLDB, SQLITE},
            because = "Hibernate has no named enums there")
    @Cannot(on = H2, because = "it has no keyword for stored")
    class StoredFromATypeMadeAnew {

        @Entity
        @Table(name = "item")
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
            Mood mood;

            @Column(columnDefinition = "integer generated always as (case when mood = 'GOOD' then 1 else 0 end) stored")
            Integer glad;
        }

        @Entity
        @Table(name = "item")
        static class After {
            enum Mood {
                BAD,
                GOOD
            }

            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Mood mood;

            @Column(columnDefinition = "integer generated always as (case when mood = 'GOOD' then 1 else 0 end) stored")
            Integer glad;
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
    @Cannot(on = H2, because = "it has no partial indexes")
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
