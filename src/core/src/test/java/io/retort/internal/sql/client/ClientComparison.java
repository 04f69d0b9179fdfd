package io.retort.internal.sql.client;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlRevisions;
import io.retort.internal.prepare.StepPreparation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.DatabaseServer;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Runs scripts with a product's own client in one database and with Retort in another, and compares the databases.
 *
 * @param database the product
 * @param mode the setting of sessions: {@code sql_mode} on MySQL and MariaDB, {@code standard_conforming_strings} on
 *     PostgreSQL
 */
record ClientComparison(TestDatabase database, String mode) {

    /** The outcome of a script. */
    enum Outcome {
        EQUAL,
        /** Retort refused it before anything ran; the client ran it. */
        REFUSED,
        /** SqlTool stopped at an empty statement, which Retort and all other clients skip. */
        EMPTY_STATEMENT,
        /** Neither ran it. */
        BOTH_FAILED,
        DIFFERING
    }

    /**
     * An outcome with a remark.
     *
     * @param outcome the outcome
     * @param remark the differences, or why it was refused
     */
    record Result(Outcome outcome, String remark) {}

    Map<String, Result> compare(List<GeneratedScript> scripts) throws Exception {
        if (database != TestDatabase.SQLITE) {
            return batch(scripts);
        }
        Map<String, Result> results = new LinkedHashMap<>();
        for (GeneratedScript script : scripts) {
            results.putAll(batch(List.of(script)));
        }
        return results;
    }

    private Map<String, Result> batch(List<GeneratedScript> scripts) throws Exception {
        DatabaseServer server = database.server();
        try (TestDb theirs = server.newDatabase();
                TestDb ours = server.newDatabase()) {
            if (isPostgres()) {
                for (TestDb db : List.of(theirs, ours)) {
                    db.execute("do $$ begin execute format('alter database %I set standard_conforming_strings = " + mode
                            + "', current_database()); end $$");
                }
            }
            Map<String, String> failed = ProductClient.of(database).run(theirs, scripts, mode);
            Map<String, String> refused = new HashMap<>();
            Map<String, String> broken = new HashMap<>();
            run(ours, scripts, refused, broken);
            Map<String, List<String>> expected = Contents.of(theirs);
            Map<String, List<String>> actual = Contents.of(ours);
            Map<String, Result> results = new LinkedHashMap<>();
            for (GeneratedScript script : scripts) {
                String name = script.name();
                results.put(
                        name,
                        result(
                                failed.get(name),
                                refused.get(name),
                                broken.get(name),
                                expected.get(name),
                                actual.get(name)));
            }
            return results;
        }
    }

    private boolean isPostgres() {
        return database == TestDatabase.POSTGRESQL || database == TestDatabase.POSTGRESQL_15;
    }

    private Result result(String failed, String refused, String broken, List<String> expected, List<String> actual) {
        if (refused != null) {
            return actual != null
                    ? new Result(Outcome.DIFFERING, "refused, but left " + actual)
                    : new Result(failed == null ? Outcome.REFUSED : Outcome.BOTH_FAILED, refused);
        }
        if (database == TestDatabase.HSQLDB && "Empty SQL Statement.".equals(failed)) {
            return new Result(Outcome.EMPTY_STATEMENT, failed);
        }
        if (failed != null || broken != null) {
            boolean both = failed != null && broken != null;
            // psql continues after an error, but Retort must leave no effect
            boolean traces = isPostgres() && both && actual != null;
            return both && !traces
                    ? new Result(Outcome.BOTH_FAILED, failed)
                    : new Result(Outcome.DIFFERING, "client: " + failed + "\nRetort: " + broken);
        }
        return Objects.equals(expected, actual)
                ? new Result(Outcome.EQUAL, "")
                : new Result(Outcome.DIFFERING, "client: " + expected + "\nRetort: " + actual);
    }

    private void run(TestDb db, List<GeneratedScript> scripts, Map<String, String> refused, Map<String, String> broken)
            throws SQLException {
        List<RevisionCode> accepted = new ArrayList<>();
        DataSource source = inMode(db.dataSource());
        try (Connection connection = source.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            for (GeneratedScript script : scripts) {
                try {
                    RevisionCode revision = revision(script);
                    History history = History.of(List.of(() -> List.of(revision)));
                    new StepPreparation(history, dialect).prepare(new Step(revision.info(), Direction.UP));
                    accepted.add(revision);
                } catch (RetortException e) {
                    refused.put(script.name(), String.valueOf(e.getMessage()));
                }
            }
        }
        for (int round = 0; !accepted.isEmpty(); round++) {
            String[] running = {""};
            RevisionSource revisions = () -> List.copyOf(accepted);
            try {
                Retort.on(source, List.of(revisions))
                        .with(RetortOptions.STANDARD.withTable(QualifiedName.parse("retort_revision_" + round)))
                        .with(new RunListener() {
                            @Override
                            public void before(PreparedStep step, int number, int total) {
                                running[0] = step.revision().id();
                            }
                        })
                        .upgrade("heads");
                return;
            } catch (RetortException e) {
                broken.put(running[0], String.valueOf(e.getMessage()));
                int failed =
                        accepted.stream().map(code -> code.info().id()).toList().indexOf(running[0]);
                accepted.subList(0, failed + 1).clear();
            }
        }
    }

    private static RevisionCode revision(GeneratedScript script) {
        String text = "-- revision: " + script.name() + "\n\n-- upgrade\n" + script.forFile() + "\n-- downgrade\n";
        return SqlRevisions.parse(text, "db/revisions/" + script.name() + "_generated.sql", Map.of());
    }

    /** Sessions with the mode set. */
    private DataSource inMode(DataSource source) {
        if (database != TestDatabase.MARIADB && database != TestDatabase.MYSQL) {
            return source;
        }
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(source, arguments);
                    if (answer instanceof Connection connection) {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("set sql_mode = '" + mode + "'");
                        }
                    }
                    return answer;
                });
    }
}
