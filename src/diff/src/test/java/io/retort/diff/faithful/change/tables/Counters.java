package io.retort.diff.faithful.change.tables;

import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

/** Generators of identifiers. */
public interface Counters {

    @Found(
            forth = {"+ table box", "+ sequence box_seq"},
            back = {"- table box", "- sequence box_seq"})
    @Found(
            on = {MYSQL},
            forth = {"+ table box", "+ table box_seq", "! sql"},
            back = {"- table box", "- table box_seq"})
    @Found(
            on = {SQLITE},
            forth = {"+ table box", "+ table box_seq", "! sql insert into box_seq"},
            back = {"- table box", "- table box_seq"})
    class NewTableWithSequence {
        @Entity
        @Table(name = "item")
        static class Item {
            @Id
            long id;
        }

        @Entity(name = "Box")
        @Table(name = "box")
        static class AfterBox {
            @Id
            @GeneratedValue
            long id;

            String name;
        }
    }

    @Found(
            forth = {"+ table box", "+ table numbers", "! sql"},
            back = {"- table box", "- table numbers"})
    class NewTableWithGeneratorTable {
        @Entity
        @Table(name = "item")
        static class Item {
            @Id
            long id;
        }

        @Entity(name = "Box")
        @Table(name = "box")
        static class AfterBox {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "g")
            @TableGenerator(name = "g", table = "numbers")
            long id;

            String name;
        }
    }

    @Found(
            forth = {"~ column item.id"},
            back = {"~ column item.id"})
    class Identity {
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
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            long id;
        }
    }

    @Found(
            forth = {
                "+ column item.id bigint not null identity, primary key (id)",
                "- constraint on item: primary key (code)"
            },
            back = {
                "- column item.id bigint not null identity, primary key (id)",
                "+ constraint on item: primary key (code)"
            })
    @Found(
            on = {SQLITE},
            forth = {"+ column item.id", "- constraint on item: primary key (code)"},
            back = {"- column item.id", "+ constraint on item: primary key (code)"})
    class NewCountedId {
        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            @Column(length = 20)
            String code;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            long id;

            @Column(length = 20, nullable = false)
            String code;
        }
    }

    @Found(
            forth = {"~ sequence numbers"},
            back = {"~ sequence numbers"})
    @Cannot(
            on = {SQLITE, MYSQL},
            because = "a table with one number replaces a sequence, and Hibernate manages the increment")
    class OtherIncrement {
        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            @GeneratedValue(generator = "g")
            @SequenceGenerator(name = "g", sequenceName = "numbers", allocationSize = 50)
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            @GeneratedValue(generator = "g")
            @SequenceGenerator(name = "g", sequenceName = "numbers", allocationSize = 10)
            long id;
        }
    }

    @Found(
            forth = {"~ sequence numbers"},
            back = {"~ sequence numbers"})
    @Cannot(
            on = {SQLITE, MYSQL},
            because = "the start is a row, and rows are not compared")
    class OtherStart {
        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            @GeneratedValue(generator = "g")
            @SequenceGenerator(name = "g", sequenceName = "numbers", initialValue = 1)
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            @GeneratedValue(generator = "g")
            @SequenceGenerator(name = "g", sequenceName = "numbers", initialValue = 1000)
            long id;
        }
    }
}
