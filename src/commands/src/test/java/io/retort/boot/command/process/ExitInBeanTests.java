package io.retort.boot.command.process;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.beans.exiting.EarlyService;
import io.retort.boot.command.beans.exiting.ExitingApplication;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bean that a revision needs calls {@code System.exit(0)} when it is created or used. The process fails, the history table
 * agrees with the rows, and the next run completes the rest. {@code -Dretort.full=true} runs each case by start and command.
 */
@Tag("long")
class ExitInBeanTests {

    private static final List<String> PLACES = List.of("created early", "used early", "created late", "used late");
    private static final boolean FULL = Boolean.getBoolean("retort.full");
    private static final String START = "";
    private static final String EXIT = "System.exit was called while Retort was running";

    @TempDir
    Path folder;

    @Test
    void inAFile() throws Exception {
        for (String place : FULL ? PLACES : List.of("created early", "used late")) {
            for (String command : commands(place)) {
                Path own = Files.createDirectories(folder.resolve(command.replace(' ', '-') + place.replace(' ', '-')));
                exitAndContinue(TestDatabase.H2.server().newFileDatabase(own), own, command, place);
            }
        }
    }

    @OnDatabases(POSTGRESQL)
    void onAServer(TestDb db) throws Exception {
        for (String place : FULL ? PLACES : List.of("used early", "created late")) {
            for (String command : commands(place)) {
                exitAndContinue(db, folder, command, place);
                db.execute("drop table parcel", "drop table retort_revision");
            }
        }
    }

    private static List<String> commands(String place) {
        return FULL ? List.of(START, "upgrade head") : List.of(place.startsWith("created") ? START : "upgrade head");
    }

    /** It prepares the revisions without running them. */
    @Test
    void aCommandThatChangesNothingFailsToo() throws Exception {
        TestDb db = TestDatabase.H2.server().newFileDatabase(folder);

        ToolProcess exited = run(db, folder, "plan head", "created early");

        assertThat(exited.exit()).as(exited.talk()).isEqualTo(1);
        assertThat(exited.talk()).contains(EXIT + " a command, in " + EarlyService.class.getName());
    }

    private static void exitAndContinue(TestDb db, Path folder, String command, String place) throws Exception {
        ToolProcess exited = run(db, folder, command, place);
        String what = db.database() + " '" + command + "' " + place + "\n" + exited.talk() + exited.out();

        assertThat(exited.exit()).as(what).isEqualTo(1);
        assertThat(exited.talk() + exited.out()).as(what).containsOnlyOnce(EXIT);
        List<String> rows = rows(db);
        assertThat(applied(db)).as(what).isEqualTo(rows);
        boolean late = place.endsWith("late");
        assertThat(exited.out().contains("main continued")).as(what).isEqualTo(late && command.equals(START));
        assertThat(rows)
                .as(what)
                .isEqualTo(
                        place.startsWith("used") || late && command.equals(START)
                                ? late ? List.of("1", "2") : List.of("1")
                                : List.of());

        ToolProcess completed = run(db, folder, command, "");
        assertThat(completed.exit())
                .as(what + completed.talk() + completed.out())
                .isZero();
        assertThat(rows(db)).as(what).containsExactly("1", "2", "3");
        assertThat(applied(db)).as(what).containsExactly("1", "2", "3");
    }

    private static List<String> rows(TestDb db) {
        return queryIfPresent(db, "select id from parcel order by id");
    }

    /** A revision that is partially applied has no effect here: its only statement is rolled back. */
    private static List<String> applied(TestDb db) {
        return queryIfPresent(
                db, "select substring(id, 8, 1) from retort_revision where state = 'applied' order by id");
    }

    private static List<String> queryIfPresent(TestDb db, String query) {
        try {
            return db.query(query);
        } catch (SQLException noTable) {
            return List.of();
        }
    }

    private static ToolProcess run(TestDb db, Path folder, String command, String place) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", db.url());
        properties.put("spring.datasource.username", db.user());
        properties.put("spring.datasource.password", db.password());
        properties.put("retort.locations", "io.retort.boot.command.beans.exiting.history");
        properties.put("retort.interactive", "false");
        properties.put("retort.lock.timeout", "10s");
        properties.put("spring.main.web-application-type", "none");
        properties.put("spring.jpa.open-in-view", "false");
        if (!command.equals(START)) {
            properties.put("retort.command", command);
        }
        properties.put("exiting.place", place);
        return ToolProcess.run(ExitingApplication.class, folder, properties);
    }
}
