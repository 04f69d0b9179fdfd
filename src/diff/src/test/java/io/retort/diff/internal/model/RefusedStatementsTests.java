package io.retort.diff.internal.model;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;

/** A definition that the database rejects is not proposed, and an existing counterpart is not dropped. */
class RefusedStatementsTests {

    @Entity
    @Table(name = "broken")
    static class Broken {
        @Id
        long id;

        @Column(columnDefinition = "no_such_type")
        String text;
    }

    @Entity
    @Table(name = "whole")
    static class Whole {
        @Id
        long id;
    }

    @Entity
    @Table(name = "item", indexes = @Index(name = "ix_item_odd", columnList = "(no_such_function(name))"))
    static class Item {
        @Id
        long id;

        String name;

        @ManyToOne
        @JoinColumn(name = "broken_id")
        Broken broken;

        @ManyToOne
        @JoinColumn(name = "whole_id")
        Whole whole;

        @ManyToOne
        @JoinColumn(name = "other_id", columnDefinition = "varchar(7)")
        Whole other;
    }

    private static final List<Class<?>> ALL = List.of(Broken.class, Whole.class, Item.class);

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aNewTableThatCannotBeCreatedEndsTheComparison(TestDb db) {
        try (Bootstrap hibernate = Bootstrap.like(db).entities(ALL)) {
            assertThatThrownBy(() -> new Sandbox(db).compare(hibernate.metadata()))
                    .isInstanceOf(RetortException.class)
                    .hasMessageStartingWith("A mapped table cannot be created. table broken: the database rejects")
                    .hasMessageContaining("the option `exclude=broken")
                    .satisfies(failure -> assertThat(failure.getMessage()).containsOnlyOnce("create table broken"));
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void whatElseIsNewIsWrittenWithoutWhatIsRefused(TestDb db) throws SQLException {
        db.execute("create table broken (id bigint not null primary key, text varchar(9))");
        try (Bootstrap hibernate = Bootstrap.like(db).entities(ALL)) {
            Sandbox sandbox = new Sandbox(db);
            Difference first = sandbox.compare(hibernate.metadata());

            assertThat(described(first))
                    .anyMatch(line -> line.contains("+ table whole"))
                    .noneMatch(line -> line.contains(" broken"));
            isSaid(first, db);
            sandbox.revise(first.operations());
            Difference again = sandbox.compare(hibernate.metadata());
            assertThat(described(again)).isEmpty();
            isSaid(again, db);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void whatAPersonHasMadeStays(TestDb db) throws SQLException {
        db.execute(
                "create table broken (id bigint not null primary key, text varchar(9))",
                "create table whole (id bigint not null primary key)",
                "create table item (id bigint not null primary key, name varchar(255), broken_id bigint, whole_id bigint,"
                        + " other_id varchar(7))",
                "create index ix_item_odd on item (name, id)");
        try (Bootstrap hibernate = Bootstrap.like(db).entities(ALL)) {
            Difference found = new Sandbox(db).compare(hibernate.metadata());

            assertThat(found.skipped()).anyMatch(line -> line.contains("create index ix_item_odd"));
            assertThat(found.notOurs()).contains("index item.ix_item_odd");
            assertThat(described(found)).noneMatch(line -> line.contains("ix_item_odd") || line.contains("text"));
        }
    }

    /** H2 accepts a foreign key from a text to a number. */
    private static void isSaid(Difference difference, TestDb db) {
        assertThat(difference.skipped())
                .anyMatch(line -> line.startsWith("column broken.text: not compared") && line.contains("no_such_type"))
                .anyMatch(line -> line.contains("foreign key (other_id)") || db.database() == H2)
                .anyMatch(line -> line.contains("ix_item_odd"))
                .doesNotHaveDuplicates();
    }

    private static List<String> described(Difference difference) {
        return difference.operations().stream().map(Operation::describe).toList();
    }
}
