package io.retort.diff.handmade;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Verb;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;

/** A constraint that is {@code not valid}, over rows that violate it, steps aside for a change and comes back as it was. */
class UnvalidatedConstraintsTests {

    static class Before {
        @Entity(name = "Shelf")
        @Table(name = "shelf")
        static class Shelf {
            @Id
            int id;
        }

        @Entity(name = "Book")
        @Table(name = "book")
        static class Book {
            @Id
            int id;

            @ManyToOne
            @JoinColumn(foreignKey = @ForeignKey(name = "fk_shelf"))
            Shelf shelf;
        }
    }

    static class After {
        @Entity(name = "Shelf")
        @Table(name = "shelf")
        static class Shelf {
            @Id
            long id;
        }

        @Entity(name = "Book")
        @Table(name = "volume")
        static class Book {
            @Id
            int id;

            @ManyToOne
            @JoinColumn(foreignKey = @ForeignKey(name = "fk_shelf"))
            Shelf shelf;
        }
    }

    @OnDatabases(POSTGRESQL)
    void theyRemainUnvalidated(TestDb db) throws SQLException {
        try (Bootstrap before = Bootstrap.like(db);
                Bootstrap after = Bootstrap.like(db)) {
            before.entities(List.of(Before.Shelf.class, Before.Book.class));
            after.entities(List.of(After.Shelf.class, After.Book.class));
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compare(before.metadata()).operations());
            db.execute(
                    "alter table book drop constraint fk_shelf",
                    "insert into book (id, shelf_id) values (1, 99)",
                    "alter table book add constraint fk_shelf foreign key (shelf_id) references shelf not valid");
            String unvalidated =
                    "select conrelid::regclass || ' ' || conname from pg_constraint where not convalidated";

            List<Operation> operations = sandbox.compare(
                            after.metadata(),
                            question -> question.choices().stream()
                                    .filter(choice -> choice.verb() == Verb.RENAME)
                                    .findFirst()
                                    .map(choice -> new Answer(choice.verb(), "volume")))
                    .operations();

            sandbox.revise(operations);
            assertThat(db.query(unvalidated)).containsExactly("volume fk_shelf");
            sandbox.downgrade();
            assertThat(db.query(unvalidated)).containsExactly("book fk_shelf");
            assertThat(db.query("select shelf_id from book")).containsExactly("99");
        }
    }
}
