package io.retort.testkit;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.tools.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDatabaseTests {

    @Test
    void anotherProcessReadsAnH2DatabaseAfterThisOne(@TempDir Path folder) throws Exception {
        TestDb db = H2.server().newFileDatabase(folder);
        db.execute("create table customer (id int primary key)", "insert into customer values (42)");

        assertThat(inAnotherProcess(db, "select id from customer")).contains("42");
    }

    @Test
    void anotherProcessWritesAnH2DatabaseWhileThisOneHasItOpen(@TempDir Path folder) throws Exception {
        TestDb db = H2.server().newFileDatabase(folder);
        try (Connection open = db.connect()) {
            open.createStatement().execute("create table customer (id int primary key)");

            inAnotherProcess(db, "insert into customer values (42)");

            assertThat(db.query("select id from customer")).containsExactly("42");
        }
    }

    @OnDatabases({H2, HSQLDB, SQLITE})
    void aDatabaseInFilesOutlivesItsConnections(TestDb db, @TempDir Path folder) throws SQLException {
        TestDb first = db.server().newFileDatabase(folder);
        first.execute("create table customer (id int not null primary key)", "insert into customer values (42)");
        first.close();

        assertThat(db.server().newFileDatabase(folder).query("select id from customer"))
                .containsExactly("42");
    }

    @OnDatabases(POSTGRESQL)
    void serversHaveNone(TestDb db, @TempDir Path folder) {
        assertThatThrownBy(() -> db.server().newFileDatabase(folder)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static String inAnotherProcess(TestDb db, String sql) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path h2 = Path.of(
                Shell.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        h2.toString(),
                        Shell.class.getName(),
                        "-url",
                        db.url(),
                        "-user",
                        "sa",
                        "-sql",
                        sql)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
