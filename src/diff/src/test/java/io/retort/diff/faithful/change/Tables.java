package io.retort.diff.faithful.change;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.hibernate.envers.Audited;

/** Changes to tables, their keys and what counts them. */
public interface Tables {
    @Found(
            forth = {"+ table box"},
            back = {"- table box"})
    class NewTable {
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
            long id;

            String name;
        }
    }

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
            forth = {"~ column item.region", "+ constraint on item: primary key", "- constraint on item: primary key"},
            back = {"~ column item.region", "+ constraint on item: primary key", "- constraint on item: primary key"})
    class WiderPrimaryKey {
        static class Key implements Serializable {
            long id;
            String region;
        }

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 20)
            String region;
        }

        @Entity
        @Table(name = "item")
        @IdClass(Key.class)
        static class After {
            @Id
            long id;

            @Id
            @Column(length = 20)
            String region;
        }
    }

    @Found(
            forth = {"+ constraint on item: primary key (code)", "- constraint on item: primary key (id)"},
            back = {"+ constraint on item: primary key (id)", "- constraint on item: primary key (code)"})
    class OtherPrimaryKey {
        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 20, nullable = false)
            String code;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            @Column(length = 20)
            String code;

            long id;
        }
    }

    @Found(
            forth = {"~ sequence numbers"},
            back = {"~ sequence numbers"})
    @Cannot(
            on = {SQLITE, MYSQL},
            because = "a table with one number stands in for a sequence, and the increment is Hibernate's")
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

    @Found(
            forth = {},
            back = {})
    class NewView {
        @Entity
        @Table(name = "item")
        static class Item {
            @Id
            long id;
        }

        @Entity(name = "Many")
        @Immutable
        @Subselect("select count(*) as id from item")
        static class AfterMany {
            @Id
            long id;
        }
    }

    @Found(
            forth = {},
            back = {})
    class NewViewOfHibernate {
        @Entity
        @Table(name = "item")
        static class Item {
            @Id
            long id;
        }

        @Entity(name = "Many")
        @View(query = "select count(*) as id from item")
        static class AfterMany {
            @Id
            long id;
        }
    }

    @Found(
            forth = {"+ table item_aud", "+ table revinfo", "+ sequence revinfo_seq"},
            back = {"- table item_aud", "- table revinfo", "- sequence revinfo_seq"})
    @Found(
            on = {H2, HSQLDB, MARIADB, MYSQL, SQLITE},
            forth = {"+ table item_aud", "+ table revinfo"},
            back = {"- table item_aud", "- table revinfo"})
    class Audit {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String name;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        @Audited
        static class After {
            @Id
            long id;

            String name;
        }
    }

    @Found(
            forth = {"+ column item.note", "+ column item_aud.note"},
            back = {"- column item.note", "- column item_aud.note"})
    class AuditedField {
        @Entity(name = "Item")
        @Table(name = "item")
        @Audited
        static class Before {
            @Id
            long id;

            String name;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        @Audited
        static class After {
            @Id
            long id;

            String name;
            String note;
        }
    }

    @Found(
            forth = {"+ table a_table_whose_name", "+ index an_index"},
            back = {"- table a_table_whose_name", "- index an_index"})
    @Found(
            on = {H2},
            forth = {"+ table a_table_whose_name", "+ index an_index"},
            back = {"- table a_table_whose_name", "- index an_index"})
    class LongNames {
        @Entity
        @Table(name = "item")
        static class Item {
            @Id
            long id;
        }

        @Entity(name = "Long")
        @Table(
                name = "a_table_whose_name_is_as_long_as_names_may_be_in_postgresql_3456",
                indexes =
                        @Index(
                                name = "an_index_whose_name_is_as_long_as_names_may_be_in_postgresql_123",
                                columnList = "a_column_whose_name_is_as_long_as_names_may_be_and_no_longer_12"))
        static class AfterLong {
            @Id
            long id;

            @Column(length = 20)
            String a_column_whose_name_is_as_long_as_names_may_be_and_no_longer_12;

            @ManyToOne
            Item a_reference_whose_name_is_long_too_and_goes_to_another_table;
        }
    }
}
