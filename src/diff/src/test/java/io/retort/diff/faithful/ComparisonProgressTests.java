package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.faithful.sandbox.ToolProject;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.diff.question.UnansweredException;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison reports while it runs. */
class ComparisonProgressTests {

    private static final String CREATING = "creating the entities' tables in a scratch schema";

    @TempDir
    Path folder;

    @Entity(name = "shop")
    static class Shop {
        @Id
        long id;

        String name;
    }

    @Entity(name = "invoice")
    @Table(indexes = @Index(name = "ix_number", columnList = "number"))
    static class Invoice {
        @Id
        long id;

        @Column(length = 20)
        String number;

        @ManyToOne
        Shop shop;
    }

    @Entity(name = "invoice")
    @Table(indexes = @Index(name = "ix_number", columnList = "number"))
    static class InvoiceWithoutNumber {
        @Id
        long id;

        @Column(length = 20)
        String code;

        @ManyToOne
        Shop shop;
    }

    /** The positions that were reported. */
    private static final class Heard implements ComparisonProgress {

        private record Position(String stage, long done, long total) {}

        private final List<Position> positions = new ArrayList<>();

        @Override
        public void at(String stage, long done, long total) {
            positions.add(new Position(stage, done, total));
        }

        List<String> stages() {
            return List.copyOf(
                    new LinkedHashSet<>(positions.stream().map(Position::stage).toList()));
        }

        List<Position> of(String stage) {
            return positions.stream().filter(one -> one.stage().equals(stage)).toList();
        }

        /** From nothing to everything, without a step back. */
        void isComplete(String stage, long least) {
            List<Position> counted = of(stage);
            long total = counted.get(0).total();
            assertThat(total).as(stage).isGreaterThanOrEqualTo(least);
            assertThat(counted).allSatisfy(one -> assertThat(one.total()).isEqualTo(total));
            assertThat(counted.get(0).done()).isZero();
            assertThat(counted).extracting(Position::done).isSorted();
            assertThat(counted.get(counted.size() - 1).done()).isEqualTo(total);
        }
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void theTablesThatAreCreatedAreCounted(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Shop.class, Invoice.class)) {
            Sandbox sandbox = new Sandbox(db);
            Heard heard = new Heard();

            Difference difference = sandbox.compareWithEither(entities.metadata(), sandbox.dataSource(), null, heard);

            assertThat(heard.stages())
                    .containsExactly(
                            "reading the revisions",
                            "reading the schema of the database",
                            CREATING,
                            "reading the scratch schema",
                            "comparing with the history",
                            "");
            heard.isComplete(CREATING, 2);
            assertThat(difference.operations())
                    .extracting(Operation::describe)
                    .isEqualTo(
                            sandbox
                                    .compareWithEither(entities.metadata(), sandbox.dataSource(), null)
                                    .operations()
                                    .stream()
                                    .map(Operation::describe)
                                    .toList());
        }
    }

    /** A database that is behind is not the basis. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void theRevisionsThatAreReadAreCounted(TestDb db) {
        try (Bootstrap first = Bootstrap.like(db).entities(Shop.class);
                Bootstrap both = Bootstrap.like(db).entities(Shop.class, Invoice.class)) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.write(sandbox.compareWithHistory(first.metadata()).operations());
            sandbox.write(sandbox.compareWithHistory(both.metadata()).operations());
            Heard heard = new Heard();

            sandbox.compareWithEither(both.metadata(), sandbox.dataSource(), null, heard);

            assertThat(heard.stages()).containsExactly("reading the revisions", "reading the entities", "");
            heard.isComplete("reading the revisions", 2);
        }
    }

    /** Files for another tool are written from such a comparison. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aComparisonWithTheScriptsOfAnotherToolIsCounted(TestDb db) throws Exception {
        try (Bootstrap before = Bootstrap.like(db).entities(Shop.class);
                Bootstrap after = Bootstrap.like(db).entities(Shop.class, Invoice.class)) {
            ToolProject project = new ToolProject(ToolProject.Tool.FLYWAY, db, folder);
            project.write(before.metadata(), "create shop", operations -> operations);
            project.migrate();
            Heard heard = new Heard();

            Difference difference = project.compare(after.metadata(), heard);

            assertThat(heard.stages())
                    .startsWith("reading the revisions", "reading the schema of the database")
                    .contains(CREATING);
            heard.isComplete(CREATING, 1);
            assertThat(difference.operations())
                    .extracting(Operation::describe)
                    .anyMatch(operation -> operation.contains("invoice"));
        }
    }

    /** A line that is redrawn would hide the question. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void itPausesBeforeAQuestion(TestDb db) {
        try (Bootstrap before = Bootstrap.like(db).entities(Shop.class, Invoice.class);
                Bootstrap after = Bootstrap.like(db).entities(Shop.class, InvoiceWithoutNumber.class)) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            Heard heard = new Heard();

            assertThatThrownBy(() ->
                            sandbox.compareWithEither(after.metadata(), sandbox.dataSource(), Answers.NONE, heard))
                    .isInstanceOf(UnansweredException.class);

            assertThat(heard.stages()).contains("counting rows of invoice");
            assertThat(heard.positions.get(heard.positions.size() - 1).stage()).isEmpty();
        }
    }
}
