package io.retort.internal.sql.client;

import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.launch.EmbeddedMariaDb;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.tools.RunScript;
import org.hsqldb.cmdline.SqlFile;
import org.hsqldb.cmdline.SqlToolError;
import org.opentest4j.TestAbortedException;

/** A product's own client, which runs many scripts in one process where possible. */
interface ProductClient {

    /**
     * Runs the scripts in order.
     *
     * @return the error messages of the scripts that failed, by name
     */
    Map<String, String> run(TestDb db, List<GeneratedScript> scripts, String mode) throws Exception;

    static ProductClient of(TestDatabase database) {
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_15 -> ProductClient::psql;
            case MARIADB, MYSQL -> ProductClient::mariadb;
            case SQLITE -> ProductClient::sqlite3;
            case H2 -> ProductClient::runScript;
            case HSQLDB -> ProductClient::sqlTool;
            default -> throw new IllegalArgumentException("no client of " + database);
        };
    }

    /** Each script runs in its own transaction; one that fails has no effect. */
    private static Map<String, String> psql(TestDb db, List<GeneratedScript> scripts, String mode) throws Exception {
        Path folder = Files.createTempDirectory("psql");
        URI server = URI.create(db.url().substring("jdbc:".length()));
        List<String> command = new ArrayList<>(List.of(
                "psql",
                "--no-psqlrc",
                "--quiet",
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--username=" + db.user(),
                "--dbname=" + server.getPath().substring(1)));
        for (GeneratedScript script : scripts) {
            command.addAll(List.of("-c", "begin", "-f", write(folder, script), "-c", "commit", "-c", "reset all"));
        }
        ProcessBuilder psql = new ProcessBuilder(command);
        psql.environment().put("PGPASSWORD", db.password());
        psql.environment().put("PGCLIENTENCODING", StandardCharsets.UTF_8.name());
        String said = output(psql, folder);
        return failures(said, Pattern.compile("(?m)^psql:\\S*/(s\\d+)\\.sql:\\d+: (?:ERROR|error|FATAL).*"));
    }

    private static Map<String, String> mariadb(TestDb db, List<GeneratedScript> scripts, String mode) throws Exception {
        Path folder = Files.createTempDirectory("mariadb");
        URI server = URI.create(db.url().substring("jdbc:".length()));
        StringBuilder all = new StringBuilder();
        for (GeneratedScript script : scripts) {
            all.append("delimiter ;\nset names utf8mb4, sql_mode = '")
                    .append(mode)
                    .append("';\nsource ")
                    .append(write(folder, script))
                    .append("\n");
        }
        Path file = Files.writeString(folder.resolve("all.sql"), all);
        ProcessBuilder client = new ProcessBuilder(
                        EmbeddedMariaDb.client().toString(),
                        "--no-defaults",
                        "--skip-ssl",
                        "--force",
                        // else it removes comments, and what stood on both sides of one becomes another statement
                        "--comments",
                        "--default-character-set=utf8mb4",
                        "--host=" + server.getHost(),
                        "--port=" + server.getPort(),
                        "--user=" + (db.database() == TestDatabase.MYSQL ? plainUser(db) : db.user()),
                        "--database=" + server.getPath().substring(1))
                .redirectInput(file.toFile());
        client.environment().put("MYSQL_PWD", db.password());
        return failures(output(client, folder), Pattern.compile("(?m)^ERROR.* in file: '[^']*/(s\\d+)\\.sql'.*"));
    }

    /** The client lacks the plugin for MySQL's default authentication, so this creates a user with the older one. */
    private static String plainUser(TestDb db) {
        try {
            db.execute(
                    "create user if not exists script identified with mysql_native_password by '" + db.password() + "'",
                    "grant all on *.* to script");
        } catch (SQLException tooNew) {
            throw new TestAbortedException("MariaDB's client cannot log in to this MySQL: " + tooNew.getMessage());
        }
        return "script";
    }

    private static Map<String, String> sqlite3(TestDb db, List<GeneratedScript> scripts, String mode) throws Exception {
        Path folder = Files.createTempDirectory("sqlite3");
        Map<String, String> failures = new HashMap<>();
        for (GeneratedScript script : scripts) {
            Path file = Path.of(write(folder, script));
            Path log = folder.resolve("log");
            ProcessBuilder client = new ProcessBuilder(
                            "sqlite3", "-batch", "-bail", db.url().substring("jdbc:sqlite:".length()))
                    .redirectInput(file.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            int exit = start(client).waitFor();
            if (exit != 0) {
                failures.put(script.name(), Files.readString(log));
            }
        }
        delete(folder);
        return failures;
    }

    private static Map<String, String> runScript(TestDb db, List<GeneratedScript> scripts, String mode)
            throws SQLException {
        Map<String, String> failures = new HashMap<>();
        for (GeneratedScript script : scripts) {
            try (Connection connection = db.connect()) {
                RunScript.execute(connection, new StringReader(script.forClient()));
            } catch (SQLException e) {
                failures.put(script.name(), String.valueOf(e.getMessage()));
            }
        }
        return failures;
    }

    Logger SQL_TOOL_LOG = Logger.getLogger(SqlFile.class.getName());

    /** HSQLDB's SqlTool, each script on its own connection. */
    private static Map<String, String> sqlTool(TestDb db, List<GeneratedScript> scripts, String mode)
            throws SQLException, IOException {
        SQL_TOOL_LOG.setLevel(Level.OFF);
        Map<String, String> failures = new HashMap<>();
        for (GeneratedScript script : scripts) {
            try (Connection connection = db.connect()) {
                SqlFile file = new SqlFile(
                        new StringReader(ended(script.forClient())),
                        script.name(),
                        new PrintStream(OutputStream.nullOutputStream()),
                        StandardCharsets.UTF_8.name(),
                        false,
                        new File("."));
                file.setConnection(connection);
                file.execute();
            } catch (SQLException | SqlToolError e) {
                failures.put(script.name(), String.valueOf(e.getMessage()));
            } catch (Error e) {
                failures.put(script.name(), ofItsScanner(e));
            }
        }
        return failures;
    }

    /** SqlTool ignores a last statement without a semicolon, which other clients run. */
    private static String ended(String script) {
        return script.stripTrailing().endsWith(";") ? script : script + "\n;\n";
    }

    /** SqlTool's scanner throws an {@link Error} if a script is malformed. */
    private static String ofItsScanner(Error error) {
        if (error.getClass() != Error.class) {
            throw error;
        }
        return String.valueOf(error.getMessage());
    }

    private static String write(Path folder, GeneratedScript script) throws IOException {
        return Files.writeString(folder.resolve(script.name() + ".sql"), script.forClient())
                .toString();
    }

    private static String output(ProcessBuilder client, Path folder) throws Exception {
        Path log = folder.resolve("log");
        start(client.redirectErrorStream(true).redirectOutput(log.toFile())).waitFor();
        String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        delete(folder);
        return said;
    }

    private static Process start(ProcessBuilder client) {
        try {
            return client.start();
        } catch (IOException absent) {
            throw new TestAbortedException(client.command().get(0) + " is not on this machine: " + absent.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Map<String, String> failures(String said, Pattern failure) {
        Map<String, String> failures = new HashMap<>();
        Matcher found = failure.matcher(said);
        while (found.find()) {
            failures.putIfAbsent(found.group(1), found.group());
        }
        return failures;
    }
}
