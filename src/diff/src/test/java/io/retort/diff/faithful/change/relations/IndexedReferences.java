package io.retort.diff.faithful.change.relations;

import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;

/** Indexes and keys over the columns of foreign keys, some of which a database creates and drops by itself. */
public interface IndexedReferences {

    @Found(
            forth = {"+ index ix_box"},
            back = {"- index ix_box"})
    class IndexOnReference {
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

            @ManyToOne
            Box box;

            int low;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_box", columnList = "box_id"))
        static class After {
            @Id
            long id;

            @ManyToOne
            Box box;

            int low;
        }
    }

    @Found(
            forth = {"+ index ix_box"},
            back = {"- index ix_box"})
    class IndexOnReferenceAndMore {
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

            @ManyToOne
            Box box;

            int low;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_box", columnList = "box_id, low"))
        static class After {
            @Id
            long id;

            @ManyToOne
            Box box;

            int low;
        }
    }

    @Found(
            forth = {"- index ix_box", "+ index ix_more"},
            back = {"- index ix_more", "+ index ix_box"})
    class LongerIndexOnReference {
        @Entity
        @Table(name = "box")
        static class Box {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_box", columnList = "box_id"))
        static class Before {
            @Id
            long id;

            @ManyToOne
            Box box;

            int low;
        }

        @Entity
        @Table(name = "item", indexes = @Index(name = "ix_more", columnList = "box_id, low"))
        static class After {
            @Id
            long id;

            @ManyToOne
            Box box;

            int low;
        }
    }

    @Found(
            forth = {"+ constraint on item: unique"},
            back = {"- constraint on item: unique"})
    class UniqueReference {
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

            @ManyToOne
            Box box;

            int low;
        }

        @Entity
        @Table(name = "item", uniqueConstraints = @UniqueConstraint(name = "uq_box", columnNames = "box_id"))
        static class After {
            @Id
            long id;

            @ManyToOne
            Box box;

            int low;
        }
    }

    @Found(
            forth = {"+ constraint on item: unique"},
            back = {"- constraint on item: unique"})
    class BecomesOneToOne {
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

            @ManyToOne
            Box box;

            int low;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @OneToOne
            Box box;

            int low;
        }
    }

    @Found(
            forth = {"- constraint on item_box: primary key"},
            back = {"+ constraint on item_box: primary key"})
    class SetBecomesList {
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

            @ManyToMany
            @JoinTable(name = "item_box", joinColumns = @JoinColumn(name = "item_id"))
            Set<Box> boxes;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ManyToMany
            @JoinTable(name = "item_box", joinColumns = @JoinColumn(name = "item_id"))
            List<Box> boxes;
        }
    }
}
