package io.retort.diff.faithful.change.tables;

import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

/** An entity in several tables, and several entities in one. */
public interface Spread {

    @Found(
            forth = {"+ table item_text"},
            back = {"- table item_text"})
    class SecondTable {
        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        @SecondaryTable(name = "item_text")
        static class After {
            @Id
            long id;

            @Column(table = "item_text")
            String text;
        }
    }

    @Found(
            forth = {"+ table item_text", "- column item.text"},
            back = {"- table item_text", "+ column item.text"})
    class FieldMovesToSecondTable {
        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String text;
        }

        @Entity
        @Table(name = "item")
        @SecondaryTable(name = "item_text")
        static class After {
            @Id
            long id;

            @Column(table = "item_text")
            String text;
        }
    }

    @Found(
            forth = {"+ column item.dtype", "+ constraint on item: check", "+ column item.power"},
            back = {"- column item.dtype", "- constraint on item: check", "- column item.power"})
    @Found(
            on = {MYSQL},
            forth = {"+ column item.dtype", "+ column item.power"},
            back = {"- column item.dtype", "- column item.power"})
    class OneTableForSubclasses {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class After {
            @Id
            long id;
        }

        @Entity(name = "Machine")
        static class AfterMachine extends After {
            Integer power;
        }
    }

    @Found(
            forth = {"+ column item.power", "- constraint on item: check", "+ constraint on item: check"},
            back = {"- column item.power", "- constraint on item: check", "+ constraint on item: check"})
    @Found(
            on = {MYSQL},
            forth = {"+ column item.power"},
            back = {"- column item.power"})
    class NewSubclass {
        @Entity
        @Table(name = "item")
        static class Item {
            @Id
            long id;
        }

        @Entity(name = "Book")
        static class Book extends Item {
            Integer pages;
        }

        @Entity(name = "Machine")
        static class AfterMachine extends Item {
            Integer power;
        }
    }

    @Found(
            forth = {"- column item.dtype", "- column item.power", "- constraint on item: check", "+ table machine"},
            back = {"+ column item.dtype", "+ column item.power", "+ constraint on item: check", "- table machine"})
    @Found(
            on = {MYSQL},
            forth = {"- column item.dtype", "- column item.power", "+ table machine"},
            back = {"+ column item.dtype", "+ column item.power", "- table machine"})
    class OneTableBecomesJoined {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity(name = "Machine")
        static class BeforeMachine extends Before {
            Integer power;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        @Inheritance(strategy = InheritanceType.JOINED)
        static class After {
            @Id
            long id;
        }

        @Entity(name = "Machine")
        @Table(name = "machine")
        static class AfterMachine extends After {
            Integer power;
        }
    }

    @Found(
            forth = {"+ column machine.name", "- constraint on machine: foreign key"},
            back = {"- column machine.name", "+ constraint on machine: foreign key"})
    @Found(
            on = {SQLITE},
            forth = {"+ column machine.name"},
            back = {"- column machine.name"})
    class JoinedBecomesTablePerClass {
        @Entity(name = "Item")
        @Table(name = "item")
        @Inheritance(strategy = InheritanceType.JOINED)
        static class Before {
            @Id
            long id;

            String name;
        }

        @Entity(name = "Machine")
        @Table(name = "machine")
        static class BeforeMachine extends Before {
            Integer power;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        static class After {
            @Id
            long id;

            String name;
        }

        @Entity(name = "Machine")
        @Table(name = "machine")
        static class AfterMachine extends After {
            Integer power;
        }
    }
}
