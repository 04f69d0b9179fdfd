package io.retort.diff.faithful.change.columns;

import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.SoftDelete;

/** Fields that are added, and their names. */
public interface Fields {

    @Found(forth = "+ column item.note varchar(50)", back = "- column item.note varchar(50)")
    class NewColumn {

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

            @Column(length = 50)
            String note;
        }
    }

    @Found(
            forth = {"+ column item.amount integer not null", "+ column item.due date not null"},
            back = {"- column item.amount integer not null", "- column item.due date not null"})
    class NewRequiredColumns {

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

            int amount;

            @Column(nullable = false)
            LocalDate due;
        }
    }

    @Found(
            forth = "~ column item.name varchar(50) not null ->",
            back = "~ column item.name varchar(50) -> varchar(50) not null")
    class Nullable {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50, nullable = false)
            String name;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = 50)
            String name;
        }
    }

    @Found(forth = "+ column order.group varchar(20)", back = "- column order.group varchar(20)")
    class ReservedWords {

        @Entity
        @Table(name = "`order`")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "`order`")
        static class After {
            @Id
            long id;

            @Column(name = "`group`", length = 20)
            String group;
        }
    }

    @Found(forth = "+ column \"Item\".\"unitPrice\"", back = "- column \"Item\".\"unitPrice\"")
    class QuotedNames {

        @Entity
        @Table(name = "`Item`")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "`Item`")
        static class After {
            @Id
            long id;

            @Column(name = "`unitPrice`")
            Integer price;
        }
    }

    @Found(forth = "+ column item.deleted ", back = "- column item.deleted ")
    class SoftlyDeleted {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        @SoftDelete
        static class After {
            @Id
            long id;
        }
    }

    @Found(
            forth = {"+ column item.made ", "+ column item.version integer not null"},
            back = {"- column item.made ", "- column item.version integer not null"})
    class VersionAndTime {

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

            @Version
            int version;

            @CreationTimestamp
            Instant made;
        }
    }

    @Found(
            forth = {"+ column item.height integer", "+ column item.width integer"},
            back = {"- column item.height integer", "- column item.width integer"})
    class EmbeddedValue {

        @Embeddable
        static class Size {
            int width;
            int height;
        }

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

            @Embedded
            Size size;
        }
    }
}
