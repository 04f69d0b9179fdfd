package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.AdoptedSchema;
import io.retort.diff.author.AdoptedSchema.Verification;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.DomainModel;
import io.retort.diff.models.HibernateCreate;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of adoption: a database of the entities before a change, adopted with the entities after it, is the database
 * that the base revision builds from nothing, as the database's own tools print both.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdoptionLawTests {

    private static final int SAMPLE_IN_PROCESS = 60;
    private static final int SAMPLE_ON_SERVERS = 12;
    private static final Pattern CHARSET = Pattern.compile(" DEFAULT CHARSET=(\\w+) COLLATE=(\\w+)");

    private final Map<TestDatabase, TestDb> databases = new HashMap<>();

    /** In a short build: a sample, which {@code -Dsample.seed} changes. */
    static Stream<Arguments> changes() {
        List<ModelChange> changes = ModelChange.all();
        if (Boolean.getBoolean("retort.full")) {
            return Products.toBeHad(List.of(Products.all()))
                    .flatMap(database -> changes.stream().map(change -> Arguments.of(change, database)));
        }
        List<ModelChange> sample = new ArrayList<>(changes);
        Collections.shuffle(sample, new Random(TestSeed.of("sample.seed")));
        return Products.toBeHad(List.of(TestDatabase.H2, TestDatabase.POSTGRESQL, TestDatabase.MARIADB))
                .flatMap(database -> sample.stream()
                        .limit(database == TestDatabase.H2 ? SAMPLE_IN_PROCESS : SAMPLE_ON_SERVERS)
                        .map(change -> Arguments.of(change, database)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("changes")
    void theBaseBuildsTheAdoptedDatabase(ModelChange change, TestDatabase database) throws SQLException {
        TestDb db = databases.computeIfAbsent(database, d -> d.server().newDatabase());
        Sandbox sandbox = new Sandbox(db);
        try (Bootstrap before = Bootstrap.like(db).entities(change.from());
                Bootstrap after = Bootstrap.like(db).entities(change.to())) {
            if (!canBeCreated(sandbox, before, after)) {
                return;
            }
            sandbox.revise(sandbox.compare(before.metadata()).operations());
            List<String> live = schema(sandbox);
            AdoptedSchema adopted = sandbox.adopt(after.metadata());
            List<String> required =
                    adopted.required().stream().map(Operation::describe).toList();
            assertThat(adopted.verification()).isEqualTo(Verification.EQUAL);
            sandbox.clear();
            sandbox.revise(adopted.operations());
            assertThat(schema(sandbox)).as("required: %s", required).containsExactlyElementsOf(live);
        } finally {
            clear(sandbox, database);
        }
    }

    /** What {@code ddl-auto=create} makes. A schema of MySQL and MariaDB is a database, which is not part of a test. */
    static Stream<Arguments> models() {
        boolean full = Boolean.getBoolean("retort.full");
        List<DomainModel> models =
                full ? List.of(DomainModel.values()) : List.of(DomainModel.HELPDESK, DomainModel.KITCHEN_SINK);
        return Products.toBeHad(Products.of(TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2))
                .flatMap(database -> models.stream()
                        .filter(model -> !model.hasFurtherSchema()
                                || database != TestDatabase.MARIADB && database != TestDatabase.MYSQL)
                        .map(model -> Arguments.of(model, database)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("models")
    void theBaseBuildsWhatHibernateCreates(DomainModel model, TestDatabase database) throws SQLException {
        try (TestDb live = database.server().newDatabase();
                TestDb empty = database.server().newDatabase();
                Bootstrap created = model.on(live);
                Bootstrap adopting = model.on(live)) {
            HibernateCreate.runInOrderOfRevisions(created.metadata());
            AdoptedSchema adopted = new Sandbox(live).adopt(adopting.metadata());
            assertThat(adopted.verification()).isEqualTo(Verification.EQUAL);
            assertThat(adopted.required()).extracting(Operation::describe).isEmpty();
            Sandbox other = new Sandbox(empty);
            other.revise(adopted.operations());
            assertThat(lines(other.dump().naming(DomainModel.GIVEN)))
                    .containsExactlyElementsOf(lines(new Sandbox(live).dump().naming(DomainModel.GIVEN)));
        }
    }

    private static boolean canBeCreated(Sandbox sandbox, Bootstrap before, Bootstrap after) {
        try {
            return sandbox.compare(before.metadata()).skipped().isEmpty()
                    && sandbox.compare(after.metadata()).skipped().isEmpty();
        } catch (HibernateException | RetortException e) {
            return false;
        }
    }

    /** Without rows: the counter of a table that the entities no longer use is not a part of the schema. */
    private static List<String> schema(Sandbox sandbox) throws SQLException {
        List<String> lines = lines(sandbox.dump());
        return lines.stream()
                .filter(line -> !line.startsWith("row "))
                .map(line -> withoutDefaultCharset(line, lines))
                .toList();
    }

    /** MySQL prints the character set that a statement named, also if it is that of the table, and has it nowhere else. */
    private static String withoutDefaultCharset(String line, List<String> lines) {
        String table = line.substring(0, line.indexOf(':') + 1);
        return lines.stream()
                .filter(other -> !table.isEmpty() && other.startsWith(table))
                .map(CHARSET::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> line.replace(" CHARACTER SET " + found.group(1) + " COLLATE " + found.group(2), ""))
                .orElse(line);
    }

    /** PostgreSQL moves the casts of a check constraint when it reads its own text. */
    private static List<String> lines(SchemaDump dump) {
        return dump.lines().stream()
                .map(line -> line.startsWith("constraint ")
                        ? line.replaceAll("::(character varying|text)(\\[])?", "")
                                .replaceAll("[()]", "")
                        : line)
                .toList();
    }

    /** A database that is not empty would affect the next test. */
    private void clear(Sandbox sandbox, TestDatabase database) {
        try {
            sandbox.clear();
        } catch (RuntimeException e) {
            databases.remove(database).close();
        }
    }

    @AfterAll
    void close() {
        databases.values().forEach(TestDb::close);
    }
}
