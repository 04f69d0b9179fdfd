package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.internal.compare.TableRebuilds;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.DomainModel;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.state.HistorySchema;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.source.RevisionSource;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that a history produces is the one that its entities declare. */
@Tag("long")
class ModelHistoryTests {

    @TempDir
    Path project;

    static Stream<TestDatabase> databases() {
        return Products.toBeHad(Products.of(
                TestDatabase.POSTGRESQL,
                TestDatabase.MARIADB,
                TestDatabase.H2,
                TestDatabase.HSQLDB,
                TestDatabase.SQLITE));
    }

    static Stream<Arguments> models() {
        return databases()
                .flatMap(database -> Arrays.stream(DomainModel.values()).map(model -> Arguments.of(model, database)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("models")
    void theFirstRevisionProducesTheModel(DomainModel model, TestDatabase database) throws SQLException {
        try (TestDb db = database.server().newDatabase();
                Bootstrap hibernate = model.on(db)) {
            Sandbox sandbox = new Sandbox(db);
            Metadata metadata = hibernate.metadata();
            sandbox.write(sandbox.compareWithHistory(metadata).operations());
            produces(sandbox, metadata);
        }
    }

    /** Fourteen versions with hand-written statements for rows between the operations. */
    @ParameterizedTest(name = "on {0}")
    @MethodSource("databases")
    void everyVersionOfAnEvolutionProducesItsModel(TestDatabase database) throws SQLException {
        try (TestDb db = database.server().newDatabase()) {
            Sandbox sandbox = new Sandbox(db);
            for (Version version : Version.all()) {
                try (Bootstrap hibernate = Bootstrap.like(db).entities(entities(version))) {
                    Metadata metadata = hibernate.metadata();
                    List<Operation> found = version.edited(
                            singly(sandbox.compareWithHistory(metadata).operations()));
                    Snapshot before = sandbox.historySchema().snapshot();
                    sandbox.write(
                            new TableRebuilds(Dialects.named(database.product())::needsRebuild).in(found, before));
                    produces(sandbox, metadata);
                }
            }
        }
    }

    /** The history in Java, and the same history in SQL files unless it rebuilds tables, which runs code. */
    private void produces(Sandbox sandbox, Metadata metadata) {
        assertThat(sandbox.compareWithHistory(metadata).operations())
                .extracting(Operation::describe)
                .isEmpty();
        produces(sandbox.historySchema(), sandbox.declared(metadata));
        if (!sandbox.canBeSql()) {
            return;
        }
        RevisionSource files = sandbox.inSql(project);
        Difference withFiles = sandbox.compareWithHistory(metadata, files);
        assertThat(withFiles.operations()).extracting(Operation::describe).isEmpty();
        assertThat(withFiles.skipped()).isEmpty();
        produces(sandbox.historySchema(files), sandbox.declared(metadata));
    }

    private static void produces(HistorySchema history, Snapshot declared) {
        assertThat(history.contradictions()).isEmpty();
        assertThat(history.unknown()).isEmpty();
        assertThat(history.snapshot().tables().stream().map(ModelHistoryTests::unordered))
                .containsExactlyElementsOf(declared.tables().stream()
                        .map(ModelHistoryTests::unordered)
                        .toList());
        assertThat(history.snapshot().sequences()).isEqualTo(declared.sequences());
        assertThat(history.snapshot().enumTypes()).isEqualTo(declared.enumTypes());
    }

    /** A new column is the last one of its table. A renamed table keeps the names of its constraints. */
    private static Table unordered(Table table) {
        return table.withColumns(table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.named("any"))
                        .sorted(Comparator.comparing(Constraint::description))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .sorted(Comparator.comparing(Index::name))
                        .toList());
    }

    private static List<Operation> singly(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation instanceof TableOperation.Rebuild rebuild
                        ? rebuild.changes().stream()
                        : Stream.of(operation))
                .toList();
    }

    private static List<Class<?>> entities(Version version) {
        return Arrays.stream(version.entities().getDeclaredClasses())
                .filter(type -> !type.isEnum())
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(type -> type)
                .toList();
    }
}
