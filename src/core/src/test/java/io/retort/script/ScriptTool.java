package io.retort.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.launch.EmbeddedMariaDb;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.tools.RunScript;
import org.opentest4j.TestAbortedException;

/** Runs scripts with the products' own clients. */
final class ScriptTool {

    private ScriptTool() {}

    /** H2's own script runner. */
    static void runScript(TestDb db, String script) throws SQLException {
        try (Connection connection = db.connect()) {
            RunScript.execute(connection, new StringReader(script));
        }
    }

    /** The program {@code psql}, which stops at the first error. */
    static void psql(TestDb db, String script) throws Exception {
        URI server = server(db);
        Path file = Files.createTempFile("script", ".sql");
        ProcessBuilder psql = new ProcessBuilder(
                "psql",
                "--no-psqlrc",
                "--set=ON_ERROR_STOP=1",
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--username=" + db.user(),
                "--dbname=" + server.getPath().substring(1),
                "--file=" + Files.writeString(file, script));
        psql.environment().put("PGPASSWORD", db.password());
        psql.environment().put("PGCLIENTENCODING", StandardCharsets.UTF_8.name());
        run(psql);
        Files.delete(file);
    }

    /** The program {@code mariadb} of the embedded server, which supports MySQL, too; it stops at the first error. */
    static void mariadb(TestDb db, String script) throws Exception {
        URI server = server(db);
        String user = db.database() == TestDatabase.MYSQL ? plainUser(db) : db.user();
        Path file = Files.createTempFile("script", ".sql");
        ProcessBuilder client = new ProcessBuilder(
                        client().toString(),
                        "--no-defaults",
                        "--skip-ssl",
                        "--default-character-set=utf8mb4",
                        "--host=" + server.getHost(),
                        "--port=" + server.getPort(),
                        "--user=" + user,
                        "--database=" + server.getPath().substring(1))
                .redirectInput(Files.writeString(file, script).toFile());
        client.environment().put("MYSQL_PWD", db.password());
        run(client);
        Files.delete(file);
    }

    /** The client lacks the plugin for MySQL's default authentication, so this creates a user with the older one. */
    private static String plainUser(TestDb db) {
        String user = "script";
        try {
            db.execute(
                    "create user if not exists " + user + " identified with mysql_native_password by '" + db.password()
                            + "'",
                    "grant all on *.* to " + user);
        } catch (SQLException tooNew) {
            throw new TestAbortedException("MariaDB's client cannot log in to this MySQL: " + tooNew.getMessage());
        }
        return user;
    }

    private static Path client() {
        try {
            return EmbeddedMariaDb.client();
        } catch (IOException absent) {
            throw new TestAbortedException("there is no client here: " + absent.getMessage());
        }
    }

    private static URI server(TestDb db) {
        return URI.create(db.url().substring("jdbc:".length()));
    }

    private static void run(ProcessBuilder tool) throws Exception {
        Path log = Files.createTempFile("tool", ".log");
        int exit = start(tool.redirectErrorStream(true).redirectOutput(log.toFile()))
                .waitFor();
        assertThat(exit).as(Files.readString(log)).isZero();
        Files.delete(log);
    }

    private static Process start(ProcessBuilder tool) {
        try {
            return tool.start();
        } catch (IOException absent) {
            throw new TestAbortedException(tool.command().get(0) + " is not on this machine: " + absent.getMessage());
        }
    }
}
