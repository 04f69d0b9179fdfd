package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.ShopApplication;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line break in a name, a remark, a tenant, an error or a row of the history table does not begin a line of its own: a reader
 * would take it for one of Retort's. What a person has typed is repeated as it is.
 */
class ForgedLineTests {

    private static final String FORGED = "deadbeef  forged  (head)";
    private static final String NAME = "x\n" + FORGED;
    private static final String TABLE = "\"" + NAME + "\"";

    @TempDir
    Path folder;

    /** The outputs that contain the text at all; the others say nothing about it. */
    private int shown;

    @OnDatabases({H2, POSTGRESQL})
    void noCommandPrintsIt(TestDb db) throws Exception {
        write(
                "a1",
                "",
                "create table " + TABLE + " (" + TABLE + " int default 1, note varchar(90) default '" + NAME + "')",
                "drop table " + TABLE);
        write("b2", "a1", "alter table " + TABLE + " add column n int", "alter table " + TABLE + " drop column n");
        List<String> wrong = new ArrayList<>();
        for (String command : List.of(
                "history --verbose",
                "heads --verbose",
                "plan",
                "lint",
                "upgrade heads",
                "current",
                "check",
                "check --offline",
                "show b2",
                "lint --since=base --database=postgresql",
                "replay",
                "report --output=" + folder.resolve("out"),
                "downgrade base --plan",
                "downgrade base",
                "upgrade heads")) {
            expectNone(db, command, wrong);
        }
        db.execute("update retort_revision set id = 'zz\n" + FORGED + "', message = '" + NAME + "' where id = 'b2'");
        for (String command :
                List.of("current", "current --verbose", "check", "upgrade", "switch --plan", "plan", "downgrade -1")) {
            expectNone(db, command, wrong);
        }
        db.execute("update retort_revision set state = 'upgrading', progress = 1, in_flight = 'zz\n" + FORGED
                + "' where id = 'a1'");
        for (String command : List.of("current", "upgrade", "downgrade base")) {
            expectNone(db, command, wrong);
        }

        assertThat(wrong).isEmpty();
        assertThat(shown).as("outputs with the text").isGreaterThan(12);
    }

    @OnDatabases({H2, POSTGRESQL})
    void noFailureOfAStatementPrintsIt(TestDb db) throws Exception {
        write("a1", "", "select * from " + TABLE, "");
        List<String> wrong = new ArrayList<>();
        for (String command : List.of("upgrade", "upgrade +1", "plan")) {
            expectNone(db, command, wrong);
        }

        assertThat(wrong).isEmpty();
        assertThat(shown).as("outputs with the text").isEqualTo(3);
    }

    @OnDatabases({H2, POSTGRESQL})
    void noTenantBeginsALine(TestDb db) throws Exception {
        write("a1", "", "create table t (id int)", "drop table t");
        write("b2", "a1", "create table fails (id nothing)", "");
        db.execute("create schema " + TABLE, "create schema other");
        Map<String, Object> tenants = Map.of("retort.tenants.schemas", NAME + ",other");
        List<String> wrong = new ArrayList<>();
        for (String command : List.of(
                "current",
                "upgrade a1",
                "upgrade",
                "current",
                "check --all-tenants",
                "plan",
                "repair",
                "stamp b2",
                "switch --plan",
                "history --indicate-current",
                "report --output=" + folder.resolve("out"),
                "downgrade base",
                "current --tenant='" + NAME + "'")) {
            expectNone(db, command, tenants, wrong);
        }

        assertThat(wrong).isEmpty();
        assertThat(shown).as("outputs with the text").isGreaterThan(6);
    }

    private void expectNone(TestDb db, String command, List<String> wrong) {
        expectNone(db, command, Map.of(), wrong);
    }

    private void expectNone(TestDb db, String command, Map<String, Object> more, List<String> wrong) {
        String seen = run(db, command, more);
        shown += seen.contains("deadbeef") ? 1 : 0;
        if (seen.isBlank() || seen.lines().anyMatch(line -> line.matches("(! )?deadbeef.*"))) {
            wrong.add(command + ":\n" + seen);
        }
    }

    private void write(String id, String parent, String up, String down) throws IOException {
        Files.writeString(
                folder.resolve(id + "_x.sql"),
                "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n")
                        + "-- message: step\n-- upgrade\n" + up + ";\n-- downgrade\n"
                        + (down.isEmpty() ? "" : down + ";\n"));
    }

    private String run(TestDb db, String command, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        properties.put("retort.locations", "file:" + folder);
        properties.put("retort.sources", folder.toString());
        properties.put("retort.resources", folder.toString());
        properties.put("retort.classes", folder.toString());
        return ToolInside.on(db, ShopApplication.class, properties).run(command).seen();
    }
}
