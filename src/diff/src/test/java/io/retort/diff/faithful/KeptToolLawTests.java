package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.ToolFilesResult;
import io.retort.diff.faithful.sandbox.ToolProject;
import io.retort.diff.faithful.sandbox.ToolProject.Tool;
import io.retort.diff.models.Bootstrap;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of kept tools: after Flyway or Liquibase itself has run what was written, nothing is found any more, and its
 * reverse leaves the schema as it was, as the database's own tools print it.
 */
@Tag("long")
class KeptToolLawTests {

    private static final int SAMPLE_IN_PROCESS = 8;
    private static final int SAMPLE_ON_SERVERS = 2;

    private static final CaseCount CASES = new CaseCount();

    @TempDir
    Path folder;

    @AfterAll
    static void mostCasesWereChecked() {
        CASES.check(KeptToolLawTests.class);
    }

    /** In a short build: a sample, which {@code -Dsample.seed} changes. */
    static Stream<Arguments> changes() {
        boolean full = Boolean.getBoolean("retort.full");
        List<ModelChange> sample = new ArrayList<>(ModelChange.all());
        Collections.shuffle(sample, new Random(full ? 0 : TestSeed.of("sample.seed")));
        int shards = Integer.getInteger("retort.tools.sample", Integer.MAX_VALUE);
        return products()
                .flatMap(database -> Arrays.stream(Tool.values())
                        .flatMap(tool -> sample.stream()
                                .limit(
                                        full
                                                ? shards
                                                : database == TestDatabase.H2 ? SAMPLE_IN_PROCESS : SAMPLE_ON_SERVERS)
                                .map(change -> Arguments.of(change, tool, database))));
    }

    private static Stream<TestDatabase> products() {
        return Products.toBeHad(List.of(TestDatabase.H2, TestDatabase.POSTGRESQL, TestDatabase.MARIADB));
    }

    @ParameterizedTest(name = "{0} with {1} on {2}")
    @MethodSource("changes")
    void nothingIsFoundAfterTheToolRan(ModelChange change, Tool tool, TestDatabase database) throws Exception {
        try (TestDb db = database.server().newDatabase();
                Bootstrap before = Bootstrap.like(db).entities(change.from());
                Bootstrap after = Bootstrap.like(db).entities(change.to())) {
            ToolProject project = project(tool, db).withLargeTables();
            if (!canBeCreated(project, before, after)) {
                CASES.skipped();
                return;
            }
            write(project, before, "create everything");
            project.migrate();
            assertThat(found(project, before)).as(project.texts()).isEmpty();
            List<String> schema = project.schema();
            int applied = project.applied();

            ToolFilesResult result = write(project, after, change.toString());
            if (result.written() == null) {
                CASES.skipped();
                return;
            }
            CASES.ran();
            project.migrate();
            assertThat(project.applied()).isGreaterThan(applied);
            assertThat(found(project, after)).as(project.texts()).isEmpty();

            if (isReversible(result)) {
                project.undo(applied);
                assertThat(project.schema()).as(project.texts()).containsExactlyElementsOf(schema);
            }
        }
    }

    static Stream<Arguments> tools() {
        return products().flatMap(database -> Arrays.stream(Tool.values()).map(tool -> Arguments.of(tool, database)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("tools")
    void rowsSurviveFourteenVersions(Tool tool, TestDatabase database) throws Exception {
        try (TestDb db = database.server().newDatabase()) {
            ToolProject project = project(tool, db);
            List<List<String>> schemas = new ArrayList<>();
            List<Integer> applied = new ArrayList<>();
            for (Version version : Version.all()) {
                try (Bootstrap hibernate = Bootstrap.like(db).entities(entities(version))) {
                    project.write(hibernate.metadata(), version.message(), version::edited);
                    project.migrate();
                    assertThat(found(project, hibernate))
                            .as("after %s", version)
                            .isEmpty();
                    project.execute(version.rows());
                }
                holds(version.survives(), version, db);
                holds(version.livesUntilDropped(), version, db);
                schemas.add(project.schema());
                applied.add(project.applied());
            }
            for (int i = Version.all().size() - 2; i >= 0; i--) {
                project.undo(applied.get(i));
                assertThat(project.schema()).as("down to version %s", i + 1).containsExactlyElementsOf(schemas.get(i));
                holds(Version.all().get(i).survives(), Version.all().get(i), db);
            }
            project.migrate();
            assertThat(project.schema()).containsExactlyElementsOf(schemas.get(schemas.size() - 1));
            holds(Version.always(), Version.all().get(0), db);
        }
    }

    private ToolProject project(Tool tool, TestDb db) {
        ToolProject project = new ToolProject(tool, db, folder);
        project.byHand(
                tool == Tool.FLYWAY ? "README.md" : "db.changelog-master.yaml",
                tool == Tool.FLYWAY ? "The scripts of this application.\n" : "databaseChangeLog:\n");
        return project;
    }

    private static ToolFilesResult write(ToolProject project, Bootstrap entities, String message) {
        return project.write(entities.metadata(), message, operations -> operations);
    }

    private static List<String> found(ToolProject project, Bootstrap entities) {
        return project.compare(entities.metadata()).operations().stream()
                .map(Operation::describe)
                .toList();
    }

    private static boolean isReversible(ToolFilesResult result) {
        return Operation.reverse(result.operations()).isPresent();
    }

    private static boolean canBeCreated(ToolProject project, Bootstrap before, Bootstrap after) {
        try {
            return project.compare(before.metadata()).skipped().isEmpty()
                    && project.compare(after.metadata()).skipped().isEmpty();
        } catch (HibernateException | RetortException e) {
            return false;
        }
    }

    private static List<Class<?>> entities(Version version) {
        return Arrays.stream(version.entities().getDeclaredClasses())
                .filter(type -> !type.isEnum())
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(type -> type)
                .toList();
    }

    private static void holds(List<Version.Fact> facts, Version version, TestDb db) throws SQLException {
        for (Version.Fact fact : facts) {
            assertThat(db.query(fact.query()))
                    .as("%s: %s", version, fact.query())
                    .isEqualTo(fact.rows());
        }
    }
}
