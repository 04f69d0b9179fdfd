package io.retort.diff.faithful.change.computed;

import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;

/** Values that the database generates in another way, or does not store. */
public interface NotStored {

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
            because = "its current_timestamp accepts no precision")
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
