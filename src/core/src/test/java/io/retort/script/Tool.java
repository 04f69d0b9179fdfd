package io.retort.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.TestDb;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.RunScript;
import org.opentest4j.TestAbortedException;

/** Runs scripts as a database's own tool does. */
final class Tool {

    private Tool() {}

    /** H2's own runner of scripts. */
    static void runScript(TestDb db, String script) throws SQLException {
        try (Connection connection = db.connect()) {
            RunScript.execute(connection, new StringReader(script));
        }
    }

    /** The binary {@code psql}, which stops at the first error. */
    static void psql(TestDb db, String script) throws Exception {
        URI server = URI.create(db.url().substring("jdbc:".length()));
        Path file = Files.createTempFile("script", ".sql");
        Path log = Files.createTempFile("psql", ".log");
        ProcessBuilder psql = new ProcessBuilder(
                        "psql",
                        "--no-psqlrc",
                        "--set=ON_ERROR_STOP=1",
                        "--host=" + server.getHost(),
                        "--port=" + server.getPort(),
                        "--username=" + db.user(),
                        "--dbname=" + server.getPath().substring(1),
                        "--file=" + Files.writeString(file, script))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        psql.environment().put("PGPASSWORD", db.password());
        psql.environment().put("PGCLIENTENCODING", StandardCharsets.UTF_8.name());
        int exit = start(psql).waitFor();
        assertThat(exit).as(Files.readString(log)).isZero();
        Files.delete(file);
        Files.delete(log);
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException absent) {
            throw new TestAbortedException("psql is not on this machine: " + absent.getMessage());
        }
    }

    /** What the command-line clients of MySQL and MariaDB do with {@code delimiter} lines. */
    static void mysql(TestDb db, String script) throws SQLException {
        String delimiter = ";";
        StringBuilder statement = new StringBuilder();
        try (Connection connection = db.connect();
                Statement jdbc = connection.createStatement()) {
            for (String line :
                    script.lines().filter(each -> !each.startsWith("-- ")).toList()) {
                if (line.startsWith("delimiter ")) {
                    delimiter = line.substring("delimiter ".length());
                } else if (line.endsWith(delimiter)) {
                    statement.append(line, 0, line.length() - delimiter.length());
                    jdbc.execute(statement.toString());
                    statement.setLength(0);
                } else {
                    statement.append(line).append('\n');
                }
            }
        }
        assertThat(statement.toString())
                .as("what is left after the last delimiter")
                .isBlank();
    }
}
