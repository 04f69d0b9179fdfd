package io.retort.diff.faithful.change.relations;

import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Cascades, and the side that owns a relation. */
public interface Ownership {

    @Found(
            forth = {"- constraint on item: foreign key", "+ constraint on item: foreign key"},
            back = {"- constraint on item: foreign key", "+ constraint on item: foreign key"})
    @Cannot(
            on = {SQLITE},
            because = "Hibernate creates no foreign keys there")
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
            because = "Hibernate creates no foreign keys there")
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
