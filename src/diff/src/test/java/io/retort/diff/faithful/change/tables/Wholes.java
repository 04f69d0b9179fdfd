package io.retort.diff.faithful.change.tables;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.hibernate.envers.Audited;

/** New tables, views, audit tables, primary keys, and names that are too long. */
public interface Wholes {

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
