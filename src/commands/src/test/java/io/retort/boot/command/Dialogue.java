package io.retort.boot.command;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortDatabase;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.UnitSettings;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.testkit.TestDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Runs the real commands in this JVM, on an application with a database and a history, without entities.
 *
 * @param db the database
 * @param locations the locations of revisions
 * @param resources the root folder of resources, to which SQL revisions are written
 * @param properties further properties of the application
 */
record Dialogue(TestDb db, List<String> locations, Path resources, Map<String, Object> properties) {

    Dialogue(TestDb db, List<String> locations, Path resources) {
        this(db, locations, resources, Map.of());
    }

    /** Returns commands on the history of two branches, a merge and a dependency that the conversations use. */
    static Dialogue aboutTheStory(TestDb db) {
        return new Dialogue(db, List.of("classpath:story"), Path.of("target", "nowhere"));
    }

    /** Returns commands on a history that grows in a folder and is empty at first. */
    static Dialogue aboutAProject(TestDb db, Path folder) {
        return new Dialogue(
                db, List.of("db.revisions", "file:" + folder.resolve("db").resolve("revisions")), folder);
    }

    /**
     * The result of a command.
     *
     * @param status the exit status
     * @param out the data
     * @param talk the messages, including errors
     */
    record Answer(ExitStatus status, String out, String talk) {}

    /** Runs a command that must succeed and returns its data. */
    String ask(String command) {
        Answer answer = tryTo(command);
        if (answer.status() != ExitStatus.OK) {
            throw new AssertionError(command + " ended with " + answer.status() + ": " + answer.talk());
        }
        return answer.out();
    }

    Answer tryTo(String command) {
        CommandLine line = CommandLine.parse(command);
        AdviceStyle style = RunStyle.ofCommand(CommandForm.MAVEN, line.command());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        try (GenericApplicationContext application = application()) {
            ToolContext context =
                    new ToolContext(line, application, unit(), Map.of(), stream(out), stream(talk), style);
            ExitStatus status = Commands.all().find(line).run(context).status();
            return new Answer(status, text(out), text(talk));
        } catch (RetortException mistake) {
            return new Answer(
                    mistake.status(),
                    text(out),
                    text(talk) + mistake.what() + "\n" + mistake.advice().in(style));
        }
    }

    /** Returns the ids of the applied revisions. */
    List<String> noted() throws SQLException {
        return db.query("select id from retort_revision order by id");
    }

    /** Returns the existing tables of the story, by name. */
    List<String> tables() throws SQLException {
        return db.query("select lower(table_name) from information_schema.tables"
                + " where lower(table_name) in ('account', 'audit', 'invoice', 'retort_revision') order by 1");
    }

    private GenericApplicationContext application() {
        GenericApplicationContext application = new GenericApplicationContext();
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("properties", properties));
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "dialogue",
                        Map.of("spring.datasource.url", db.url(), "retort.resources", resources.toString())));
        application.refresh();
        return application;
    }

    private RetortUnit unit() {
        RetortProperties properties = new RetortProperties();
        properties.setLocations(locations);
        ScannedRevisions revisions = new ScannedRevisions(locations, Map.of(), new DefaultResourceLoader());
        return new RetortUnit(
                UnitSettings.ofTheOnlyUnit(properties),
                Retort.on(db.dataSource(), List.of(revisions)),
                new RetortDatabase(db.dataSource()));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
