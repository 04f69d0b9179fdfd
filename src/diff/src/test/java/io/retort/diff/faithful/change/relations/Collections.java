package io.retort.diff.faithful.change.relations;

import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Found;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Relations with many entities on one or both sides. */
public interface Collections {

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
}
