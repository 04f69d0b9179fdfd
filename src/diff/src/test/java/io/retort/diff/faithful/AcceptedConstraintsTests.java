package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Check;

/** A constraint is accepted by any of its names: that of the mapping, or that in the database. */
class AcceptedConstraintsTests {

    static class Before {
        @Entity(name = "shelf")
        static class Shelf {
            @Id
            long id;

            String code;
        }

        @Entity(name = "book")
        static class Book {
            @Id
            long id;

            Long shelf_id;
            int pages;
        }
    }

    static class After {
        @Entity(name = "shelf")
        static class Shelf {
            @Id
            long id;

            @Column(unique = true)
            String code;
        }

        @Entity(name = "book")
        @Check(name = "ck_pages", constraints = "pages > 1")
        static class Book {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(name = "shelf_id", foreignKey = @ForeignKey(name = "fk_declared"))
            Shelf shelf;

            int pages;
        }
    }

    @OnDatabases({H2, POSTGRESQL})
    void theNameInTheOutputAcceptsAMissingConstraint(TestDb db) {
        Sandbox sandbox = sandbox(db);
        List<String> printed = names(compare(sandbox, db));
        assertThat(printed).hasSize(3);

        assertThat(names(compare(sandbox, db, printed.toArray(String[]::new)))).isEmpty();
    }

    @OnDatabases({H2, POSTGRESQL})
    void theNameInTheDatabaseAcceptsAForeignKeyOnBothSides(TestDb db) throws SQLException {
        Sandbox sandbox = sandbox(db);
        db.execute("alter table book add constraint fk_live foreign key (shelf_id) references shelf (id)");

        List<String> found = names(compare(sandbox, db, "book.fk_live"));

        assertThat(found).hasSize(2).noneMatch(name -> name.contains("fk_"));
    }

    @OnDatabases(POSTGRESQL)
    void theNameInTheDatabaseAcceptsAPrimaryKeyOnBothSides(TestDb db) throws SQLException {
        Sandbox sandbox = sandbox(db);
        db.execute(
                "alter table shelf drop constraint shelf_pkey",
                "alter table shelf alter column code set not null",
                "alter table shelf add constraint pk_live primary key (id, code)");

        List<Operation> found = compare(sandbox, db, "shelf.pk_live");

        assertThat(found).extracting(Operation::describe).noneMatch(change -> change.contains("primary key"));
    }

    @OnDatabases({H2, POSTGRESQL})
    void aConstraintOfTheSameNameIsAccepted(TestDb db) throws SQLException {
        Sandbox sandbox = sandbox(db);
        db.execute("alter table book add constraint ck_pages check (pages > 2)");

        List<String> found = names(compare(sandbox, db, "book.ck_pages"));

        assertThat(found).hasSize(2).doesNotContain("book.ck_pages");
    }

    private static List<String> names(List<Operation> found) {
        return found.stream()
                .filter(ConstraintOperation.Add.class::isInstance)
                .map(ConstraintOperation.Add.class::cast)
                .map(add -> add.table() + "."
                        + Objects.requireNonNull(add.constraint().name()))
                .toList();
    }

    /** A database of the entities before the change. */
    private static Sandbox sandbox(TestDb db) {
        try (Bootstrap before = Bootstrap.like(db).entities(List.of(Before.Shelf.class, Before.Book.class))) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            return sandbox;
        }
    }

    private static List<Operation> compare(Sandbox sandbox, TestDb db, String... accepted) {
        try (Bootstrap after = Bootstrap.like(db).entities(List.of(After.Shelf.class, After.Book.class))) {
            return sandbox.compareExcluding(after.metadata(), List.of(accepted)).operations();
        }
    }
}
