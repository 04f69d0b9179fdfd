package io.retort.diff.faithful;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retort.Retort;
import io.retort.diff.HistoryReplay;
import io.retort.diff.author.ReplayResult;
import io.retort.diff.author.ReplayResult.MissingDeclaration;
import io.retort.diff.author.RevisionFile;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.CustomOperation;
import io.retort.operation.Ddl;
import io.retort.operation.JavaCall;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema that a history computes is the one that the database gets. The product is the oracle: it executes the
 * statements, and its catalog is read afterwards.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryReplayTests {

    private static final int SAMPLE = 5;

    @TempDir
    Path project;

    private int histories;
    private int inFiles;

    /** In a short build: a sample of the changes, on one product after another. */
    static Stream<Arguments> changes() {
        List<TestDatabase> databases = Products.toBeHad(Products.of(
                        TestDatabase.POSTGRESQL,
                        TestDatabase.MARIADB,
                        TestDatabase.MYSQL,
                        TestDatabase.H2,
                        TestDatabase.HSQLDB,
                        TestDatabase.SQLITE))
                .toList();
        List<ModelChange> changes = ModelChange.all();
        boolean full = Boolean.getBoolean("retort.full");
        return IntStream.range(0, databases.size())
                .boxed()
                .flatMap(place -> IntStream.range(0, changes.size())
                        .filter(number -> full || number % (SAMPLE * databases.size()) == place)
                        .mapToObj(number -> Arguments.of(changes.get(number), databases.get(place))));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("changes")
    void theDatabaseGetsTheComputedSchema(ModelChange change, TestDatabase database) throws SQLException {
        try (TestDb db = database.server().newDatabase();
                Bootstrap before = Bootstrap.like(db).entities(change.from());
                Bootstrap after = Bootstrap.like(db).entities(change.to())) {
            assumeTrue(
                    change.obstacle(database).isEmpty(),
                    () -> change.obstacle(database).orElseThrow());
            Sandbox sandbox = new Sandbox(db);
            writes(before.metadata(), sandbox);
            writes(after.metadata(), sandbox);

            histories++;
            agrees(sandbox.replay());

            if (sandbox.canBeSql()) {
                inFiles++;
                filesThatDeclareNothing(sandbox.sqlFiles(project), database);
            }
        }
    }

    /** SQLite rebuilds tables with code, which files cannot contain. All other histories can be files. */
    @AfterAll
    void mostHistoriesWereReplayedAsFiles() {
        assertThat(inFiles * 2).isGreaterThanOrEqualTo(histories);
    }

    private static void writes(Metadata metadata, Sandbox sandbox) {
        List<Operation> found = sandbox.compareWithHistory(metadata).operations();
        if (!found.isEmpty()) {
            sandbox.write(found);
        }
    }

    private static void agrees(ReplayResult result) {
        assertThat(result.mismatch()).isEmpty();
        assertThat(result.missing()).isEmpty();
        assertThat(result.unverified()).isEmpty();
    }

    /** Files that declare nothing produce the same history with the declarations that the replay finds. */
    private static void filesThatDeclareNothing(List<RevisionFile> files, TestDatabase database) {
        List<RevisionFile> silent =
                files.stream().map(file -> declaring(file, List.of())).toList();
        List<RevisionFile> declared;
        try (TestDb db = database.server().newDatabase()) {
            ReplayResult result = new Sandbox(db).replay(Sandbox.parsed(silent));
            assertThat(result.mismatch()).isEmpty();
            Map<String, MissingDeclaration> missing = result.missing().stream()
                    .collect(Collectors.toMap(one -> one.revision().location(), Function.identity()));
            declared = silent.stream()
                    .map(file -> Optional.ofNullable(missing.get("db/revisions/" + file.name()))
                            .map(one -> declaring(file, one.source()))
                            .orElse(file))
                    .toList();
        }
        try (TestDb db = database.server().newDatabase()) {
            agrees(new Sandbox(db).replay(Sandbox.parsed(declared)));
        }
    }

    /** Replaces the declarations of a file by one block below all statements of the upgrade. */
    private static RevisionFile declaring(RevisionFile file, List<String> block) {
        String[] parts = file.text().split("(?m)^-- (?:upgrade|downgrade)$");
        String statements = parts[1].lines()
                .filter(line -> !line.isBlank() && !line.startsWith("-- means:"))
                .collect(Collectors.joining("\n"));
        return new RevisionFile(
                file.format(),
                file.name(),
                parts[0] + "-- upgrade\n" + statements + "\n" + String.join("\n", block) + "\n\n-- downgrade"
                        + parts[2]);
    }

    @Test
    void reportsADeclarationThatIsWrong() {
        ReplayResult result = replay(
                op -> op.createTable("a", column("id", bigint()).notNull()),
                op -> op.execute(
                        "alter table a add column b integer", means -> means.addColumn("a", column("c", integer()))),
                op -> op.createTable("later", column("id", bigint())));

        assertThat(result.mismatch()).hasValueSatisfying(mismatch -> {
            assertThat(mismatch.revision().id()).isEqualTo("r1");
            assertThat(mismatch.differences())
                    .containsExactlyInAnyOrder("+ column a.b integer", "- column a.c integer");
        });
        assertThat(result.status()).isEqualTo(ExitStatus.DIFFERENCES);
        assertThat(result.revisions()).isEqualTo(2);
        assertThat(String.join("\n", result.describe(AdviceStyle.LIBRARY)))
                .contains("After r1 (step 1), the database differs from the schema that the history computes.")
                .contains("  + column a.b integer");
    }

    /** SQL without a declaration does not hide that another one is wrong. */
    @Test
    void reportsAWrongDeclarationBesideAMissingOne() {
        ReplayResult result =
                replay(op -> op.createTable("a", column("id", bigint()).notNull()), op -> {
                    op.execute(
                            "alter table a add column b integer", means -> means.addColumn("a", column("b", bigint())));
                    op.execute("create table later (id bigint)");
                });

        assertThat(result.mismatch())
                .hasValueSatisfying(
                        mismatch -> assertThat(mismatch.differences()).contains("~ column a.b bigint -> integer"));
    }

    /** The schemas agree, but a comparison without the database would refuse this history. */
    @Test
    void reportsADeclarationThatDoesNotFitTheSchemaBeforeIt() {
        ReplayResult result = replay(
                op -> op.createTable("a", column("id", bigint()).notNull()),
                op -> op.execute("alter table a add column b integer", means -> {
                    means.addColumn("a", column("b", integer()));
                    means.addColumn("a", column("b", integer()));
                }));

        assertThat(result.mismatch()).isEmpty();
        assertThat(result.unverified())
                .singleElement()
                .asString()
                .startsWith("revision r1 in ")
                .contains(" does not fit: ", "already exists");
        assertThat(result.status()).isEqualTo(ExitStatus.INCOMPLETE);
    }

    @Test
    void reportsWhatCodeDoesToTheSchema() {
        ReplayResult result = replay(op -> op.work("make tables", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create table made (id bigint not null primary key, name varchar(40))");
            }
        }));

        assertThat(result.mismatch()).isEmpty();
        assertThat(result.missing()).hasSize(1);
        assertThat(result.missing().get(0).source()).first().isEqualTo("means -> {");
        assertThat(String.join("\n", result.missing().get(0).source()))
                .contains("means.createTable(")
                .contains("\"made\"");
    }

    /** An operation of the application can compute another schema than its statements produce. */
    @Test
    void reportsAnOperationThatDoesNotDoWhatItComputes() {
        ReplayResult result = replay(op -> op.custom(new Lying()));

        assertThat(result.mismatch()).isPresent();
        assertThat(result.mismatch().get().differences())
                .singleElement()
                .asString()
                .contains("table promised");
    }

    @Test
    void saysWhereAFailingRevisionRan() {
        TestDatabase.H2.server(); // skips the test if it is left out
        assertThatThrownBy(() -> replay(op -> op.execute("alter table nowhere add column b integer")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("alter table nowhere add column b integer")
                .hasMessageContaining("not on the database of the application.")
                .hasMessageContaining("Correct memory, then replay the history again.")
                .hasMessageNotContaining("upgrade");
    }

    @Test
    void refusesADatabaseWithRevisions() {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            Retort retort =
                    retort(db, op -> op.createTable("a", column("id", bigint()).notNull()));
            retort.upgrade("head");

            assertThatThrownBy(() -> new HistoryReplay(db.dataSource(), retort).run(revision -> {}))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("is not empty: it is at r0 (step 0).");
        }
    }

    /** What a person sees of a long replay: each revision in turn, before it runs, and none after the first mismatch. */
    @Test
    void tellsEachRevisionBeforeItRuns() {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            Retort retort = retort(
                    db,
                    op -> op.createTable("a", column("id", bigint()).notNull()),
                    op -> op.createTable("b", column("id", bigint()).notNull()),
                    op -> op.custom(new Lying()),
                    op -> op.createTable("d", column("id", bigint()).notNull()));
            List<String> told = new ArrayList<>();

            new HistoryReplay(db.dataSource(), retort)
                    .run(revision -> told.add(revision.id() + " after "
                            + retort.status().currentHeads().stream()
                                    .map(RevisionInfo::id)
                                    .toList()));

            assertThat(told).containsExactly("r0 after []", "r1 after [r0]", "r2 after [r1]");
        }
    }

    @SafeVarargs
    private static ReplayResult replay(Consumer<Operations>... steps) {
        try (TestDb db = TestDatabase.H2.server().newDatabase()) {
            return new HistoryReplay(db.dataSource(), retort(db, steps)).run(revision -> {});
        }
    }

    @SafeVarargs
    private static Retort retort(TestDb db, Consumer<Operations>... steps) {
        List<RevisionCode> revisions = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            Consumer<Operations> step = steps[i];
            RevisionInfo info = new RevisionInfo(
                    "r" + i,
                    i == 0 ? List.of() : List.of("r" + (i - 1)),
                    List.of(),
                    List.of(),
                    "step " + i,
                    null,
                    true,
                    "memory");
            revisions.add(new RevisionCode(info, () -> new Migration() {
                @Override
                public void upgrade(Operations op) {
                    step.accept(op);
                }

                @Override
                public void downgrade(Operations op) {
                    throw new UnsupportedOperationException();
                }
            }));
        }
        return Retort.on(db.dataSource(), List.of(() -> revisions));
    }

    /** Computes a table that its statement does not create. */
    private record Lying() implements CustomOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.empty();
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.empty();
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.with(table("promised", column("id", bigint())));
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return List.of(new Statement.Sql("create view promised as select 1 as id"));
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("custom");
        }

        @Override
        public String describe() {
            return "+ promised";
        }
    }
}
