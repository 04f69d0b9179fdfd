package io.retort.diff.faithful.change.relations;

import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An entity that references another one. */
public interface References {

    @Found(
            forth = {"+ column item.box_id bigint", "+ constraint on item: foreign key"},
            back = {"- column item.box_id bigint", "- constraint on item: foreign key"})
    @Found(
            on = {SQLITE},
            forth = {"+ column item.box_id bigint"},
            back = {"- column item.box_id bigint"})
    class NewReference {
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
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ManyToOne
            Box box;
        }
    }

    @Found(
            forth = {"- constraint on item: foreign key"},
            back = {"+ constraint on item: foreign key"})
    @Cannot(
            on = {SQLITE},
            because = "Hibernate creates no foreign keys there")
    class WithoutConstraint {
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
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
            Box box;
        }
    }

    @Found(
            forth = {"- constraint on item: foreign key", "+ constraint on item: foreign key"},
            back = {"- constraint on item: foreign key", "+ constraint on item: foreign key"})
    @Cannot(
            on = {SQLITE},
            because = "Hibernate creates no foreign keys there")
    class OtherTarget {
        @Entity
        @Table(name = "box")
        static class Box {
            @Id
            long id;
        }

        @Entity
        @Table(name = "shelf")
        static class Shelf {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(name = "place_id")
            Box place;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(name = "place_id")
            Shelf place;
        }
    }

    @Found(
            forth = {},
            back = {})
    class NamedReference {
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
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_box"))
            Box box;
        }
    }

    @Found(
            forth = {"+ column item.parent_id", "+ constraint on item: foreign key"},
            back = {"- column item.parent_id", "- constraint on item: foreign key"})
    @Found(
            on = {SQLITE},
            forth = {"+ column item.parent_id"},
            back = {"- column item.parent_id"})
    class SelfReference {
        @Entity(name = "Item")
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

            @ManyToOne
            After parent;
        }
    }

    @Found(
            forth = {"~ column item.box_id"},
            back = {"~ column item.box_id"})
    class ReferenceBecomesRequired {
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
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ManyToOne(optional = false)
            Box box;
        }
    }

    @Found(
            forth = {"~ column item.box_id", "~ column box.id"},
            back = {"~ column item.box_id", "~ column box.id"})
    class IdOfTargetRetyped {
        @Entity(name = "Box")
        @Table(name = "box")
        static class BeforeBox {
            @Id
            int id;
        }

        @Entity(name = "Box")
        @Table(name = "box")
        static class AfterBox {
            @Id
            long id;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class BeforeItem {
            @Id
            long id;

            @ManyToOne
            BeforeBox box;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class AfterItem {
            @Id
            long id;

            @ManyToOne
            AfterBox box;
        }
    }
}
