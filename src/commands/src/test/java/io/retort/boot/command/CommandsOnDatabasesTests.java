package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortDatabase;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.UnitSettings;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** The real commands on a history of two branches, a merge and a dependency. */
class CommandsOnDatabasesTests {

    private static final String COLUMNS = "select lower(table_name), lower(column_name), is_nullable"
            + " from information_schema.columns where lower(table_name) in ('account', 'invoice', 'audit')"
            + " order by 1, 2";
    private static final String NOTES =
            "select id, parents, message, checksum, state, progress from retort_revision order by id";

    @OnDatabases({POSTGRESQL, H2, HSQLDB})
    void goesUpToAllHeadsAndBackToNothing(TestDb db) throws SQLException {
        assertThat(said(db, "upgrade heads")).contains("5 revisions in");
        assertThat(db.query(COLUMNS)).hasSize(6);
        assertThat(said(db, "upgrade heads")).startsWith("Nothing to do: ").hasLineCount(1);

        assertThat(said(db, "downgrade base")).contains("to base: 5 revisions in");
        assertThat(db.query(COLUMNS)).isEmpty();
        assertThat(db.query(NOTES)).isEmpty();
    }

    @OnDatabases({POSTGRESQL, H2, HSQLDB, SQLITE})
    void bringsADependencyAlongAndNothingElse(TestDb db) throws SQLException {
        said(db, "upgrade audit@head");

        assertThat(db.query("select id from retort_revision order by id"))
                .containsExactly("a1000000", "c3000000", "e5000000");
        assertThat(said(db, "downgrade audit@base")).contains("- e5000000").contains("1 revision in");
    }

    @OnDatabases({POSTGRESQL, H2})
    void leavesTheSameAsItsScript(TestDb db) throws SQLException {
        said(db, "upgrade heads");
        List<String> columns = db.query(COLUMNS);
        List<String> notes = db.query(NOTES);
        said(db, "downgrade base");
        db.execute("drop table retort_revision");

        db.execute(data(db, "upgrade heads --sql"));
        assertThat(db.query(COLUMNS)).isEqualTo(columns);
        assertThat(db.query(NOTES)).isEqualTo(notes);
        assertThat(said(db, "current --check-heads")).contains("5 of 5 revisions applied");

        assertThat(said(db, "downgrade base")).contains("5 revisions in");
    }

    @OnDatabases(POSTGRESQL)
    void leavesTheSameAsAScriptThatMayBeRunTwice(TestDb db) throws SQLException {
        said(db, "upgrade heads");
        List<String> columns = db.query(COLUMNS);
        List<String> notes = db.query(NOTES);
        said(db, "downgrade c3000000");

        String script = data(db, "script");
        db.execute(script);
        db.execute(script);
        assertThat(db.query(COLUMNS)).isEqualTo(columns);
        assertThat(db.query(NOTES)).isEqualTo(notes);
    }

    @OnDatabases({POSTGRESQL, H2})
    void notesByAScript(TestDb db) throws SQLException {
        db.execute(data(db, "stamp b2000000,c3000000 --sql"));
        assertThat(db.query("select id from retort_revision order by id"))
                .containsExactly("a1000000", "b2000000", "c3000000");

        db.execute(data(db, "stamp d4000000:a1000000 --sql"));
        assertThat(db.query("select id from retort_revision")).containsExactly("a1000000");
    }

    @OnDatabases({POSTGRESQL, H2})
    void comesBackByAScript(TestDb db) throws SQLException {
        said(db, "upgrade mail@head");

        db.execute(data(db, "downgrade mail@head:a1000000 --sql"));

        assertThat(db.query(COLUMNS)).singleElement().asString().startsWith("account|id");
        assertThat(said(db, "current")).contains("a1000000  create account  (current, base, branch point)");
    }

    @OnDatabases({POSTGRESQL, H2})
    void notesWithoutRunning(TestDb db) throws SQLException {
        said(db, "stamp b2000000,c3000000");
        assertThat(db.query(COLUMNS)).isEmpty();
        assertThat(said(db, "stamp a1000000")).contains("Warning: 2 revisions no longer recorded as applied");

        db.execute(
                "insert into retort_revision (id, parents, message, checksum, state, progress, applied_at, applied_by, duration_ms)"
                        + " select 'ffffffff', parents, 'from elsewhere', checksum, state, progress,"
                        + " applied_at, applied_by, duration_ms from retort_revision");
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> said(db, "plan"))
                .withMessageContaining("ffffffff (from elsewhere)");
        assertThat(said(db, "current"))
                .contains("ffffffff (from elsewhere)  [not in this application's history]")
                .contains("ahead of this application by 1 revision");
        assertThat(said(db, "stamp a1000000 --purge")).contains("Warning: 1 revision", "ffffffff (from elsewhere)");
        assertThat(said(db, "current")).contains("a1000000  create account  (current, base, branch point)");
    }

    /** An SQL revision has no reverse for its first statements; "current" does not advise what a downgrade refuses. */
    @OnDatabases({POSTGRESQL, H2})
    void advisesOnlyADowngradeThatWorks(TestDb db) throws SQLException {
        said(db, "stamp a1000000");
        db.execute("update retort_revision set state = 'upgrading', progress = 1");

        assertThat(said(db, "current"))
                .contains("`upgrade` continues where it stopped. Its statements have no reverse")
                .doesNotContain("reverts it.");
        assertThatExceptionOfType(RetortException.class).isThrownBy(() -> said(db, "downgrade -1"));

        db.execute("update retort_revision set id = 'ffffffff'");
        assertThat(said(db, "current"))
                .contains("finish it with the version of the application that contains revision ffffffff")
                .doesNotContain("ahead of");
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> said(db, "upgrade heads"))
                .withMessageContaining("a partially applied revision that is not in this application's history")
                .withMessageNotContaining("ahead=allow");
    }

    @OnDatabases({POSTGRESQL, H2})
    void looksWithoutTouching(TestDb db) throws SQLException {
        assertThat(said(db, "plan")).contains("from base: 5 revisions. Nothing is executed.");
        assertThat(run(db, "current --check-heads").outcome().status()).isEqualTo(ExitStatus.FAILED);

        assertThat(db.query(
                        "select table_name from information_schema.tables where lower(table_name) = 'retort_revision'"))
                .isEmpty();
    }

    private static String data(TestDb db, String command) {
        return run(db, command).out();
    }

    private static String said(TestDb db, String command) {
        Answer answer = run(db, command);
        return answer.talk() + answer.out();
    }

    private record Answer(CommandOutcome outcome, String out, String talk) {}

    private static Answer run(TestDb db, String command) {
        CommandLine line = CommandLine.parse(command);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        try (GenericApplicationContext application = application(db)) {
            CommandOutcome outcome = Commands.all()
                    .find(line)
                    .run(new ToolContext(
                            line, application, unit(db), Map.of(), stream(out), stream(talk), AdviceStyle.LIBRARY));
            return new Answer(outcome, out.toString(StandardCharsets.UTF_8), talk.toString(StandardCharsets.UTF_8));
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static GenericApplicationContext application(TestDb db) {
        GenericApplicationContext application = new GenericApplicationContext();
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.datasource.url", db.url())));
        application.refresh();
        return application;
    }

    private static RetortUnit unit(TestDb db) {
        ScannedRevisions story =
                new ScannedRevisions(List.of("classpath:story"), Map.of(), new DefaultResourceLoader());
        return new RetortUnit(
                UnitSettings.ofTheOnlyUnit(new RetortProperties()),
                Retort.on(db.dataSource(), List.of(story)),
                new RetortDatabase(db.dataSource()));
    }
}
