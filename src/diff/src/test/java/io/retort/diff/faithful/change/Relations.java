package io.retort.diff.faithful.change;

import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Changes between tables. */
public interface Relations {
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
            forth = {"- constraint on item: foreign key", "+ constraint on item: foreign key"},
            back = {"- constraint on item: foreign key", "+ constraint on item: foreign key"})
    @Cannot(
            on = {SQLITE},
            because = "Hibernate makes no foreign keys there")
    class DeletedWith {
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
            @OnDelete(action = OnDeleteAction.CASCADE)
            Box box;
        }
    }

    @Found(
            forth = {"- constraint on item: foreign key", "+ constraint on item: foreign key"},
            back = {"- constraint on item: foreign key", "+ constraint on item: foreign key"})
    @Cannot(
            on = {SQLITE},
            because = "Hibernate makes no foreign keys there")
    class SetToNull {
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
            @OnDelete(action = OnDeleteAction.CASCADE)
            Box box;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ManyToOne
            @OnDelete(action = OnDeleteAction.SET_NULL)
            Box box;
        }
    }

    @Found(
            forth = {"- constraint on item: foreign key"},
            back = {"+ constraint on item: foreign key"})
    @Cannot(
            on = {SQLITE},
            because = "Hibernate makes no foreign keys there")
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
            because = "Hibernate makes no foreign keys there")
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
            forth = {"+ column item.box_id", "+ constraint on item: foreign key", "+ constraint on item: unique"},
            back = {"- column item.box_id", "- constraint on item: foreign key", "- constraint on item: unique"})
    @Found(
            on = {SQLITE},
            forth = {"+ column item.box_id", "+ constraint on item: unique"},
            back = {"- column item.box_id", "- constraint on item: unique"})
    class OneToOneOwner {
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

            @OneToOne
            Box box;
        }
    }

    @Found(
            forth = {"+ table item_box"},
            back = {"- table item_box"})
    class ManyToManyNew {
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

            @ManyToMany
            @JoinTable(name = "item_box")
            Set<Box> boxes;
        }
    }

    @Found(
            forth = {
                "+ column item_box.place",
                "+ constraint on item_box: check",
                "+ constraint on item_box: primary key"
            },
            back = {
                "- column item_box.place",
                "- constraint on item_box: check",
                "- constraint on item_box: primary key"
            })
    @Found(
            on = {MYSQL},
            forth = {"+ column item_box.place", "+ constraint on item_box: primary key"},
            back = {"- column item_box.place", "- constraint on item_box: primary key"})
    class ListToOrdered {
        @Entity
        @Table(name = "box")
        static class Box {
            @Id
            long id;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @ManyToMany
            @JoinTable(name = "item_box")
            List<Box> boxes;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ManyToMany
            @JoinTable(name = "item_box")
            @OrderColumn(name = "place")
            List<Box> boxes;
        }
    }

    @Found(
            forth = {"+ table item_tag"},
            back = {"- table item_tag"})
    class Tags {
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

            @ElementCollection
            @CollectionTable(name = "item_tag")
            Set<String> tags;
        }
    }

    @Found(
            forth = {
                "+ column item_tag.kind",
                "- constraint on item_tag: unique",
                "+ constraint on item_tag: primary key"
            },
            back = {
                "- column item_tag.kind",
                "- constraint on item_tag: primary key",
                "+ constraint on item_tag: unique"
            })
    @Found(
            on = {SQLITE},
            forth = {"+ column item_tag.kind", "+ constraint on item_tag: primary key"},
            back = {"- column item_tag.kind", "- constraint on item_tag: primary key"})
    class TagsBecomeMap {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @ElementCollection
            @CollectionTable(name = "item_tag", joinColumns = @JoinColumn(name = "item_id"))
            @Column(name = "tag", length = 20)
            Set<String> tags;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @ElementCollection
            @CollectionTable(name = "item_tag", joinColumns = @JoinColumn(name = "item_id"))
            @MapKeyColumn(name = "kind", length = 20)
            @Column(name = "tag", length = 20)
            Map<String, String> tags;
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

    @Found(
            forth = {"+ table team", "+ table member", "+ constraint on"},
            back = {"- table team", "- table member", "- constraint on", "- constraint on"})
    @Found(
            on = {SQLITE},
            forth = {"+ table member", "+ table team"},
            back = {"- table member", "- table team"})
    class Cycle {
        @Entity(name = "Team")
        @Table(name = "team")
        static class AfterTeam {
            @Id
            long id;

            @ManyToOne
            AfterMember chief;
        }

        @Entity(name = "Member")
        @Table(name = "member")
        static class AfterMember {
            @Id
            long id;

            @ManyToOne
            AfterTeam team;
        }

        @Entity
        @Table(name = "other")
        static class Other {
            @Id
            long id;
        }
    }
}
