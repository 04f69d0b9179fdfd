package io.retort.boot.autoconfigure;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** An application is killed while it upgrades its tenants, each of which has a database. */
@Tag("long")
class KilledTenantsTests {

    private static final int COUNT = 12;

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB})
    void theNextStartContinuesWithEachTenantWhereItStopped(TestDb db) throws Exception {
        write(db);
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), COUNT)) {
            Process process = start(tenants);
            awaitSome(tenants, process);
            process.destroyForcibly().waitFor();
            List<String> stopped = tenants.places();
            assertThat(stopped).contains("c1000000,c2000000").contains("");

            tenants.application()
                    .withPropertyValues("retort.locations=file:" + folder)
                    .run(context -> assertThat(context).hasNotFailed());

            assertThat(tenants.places()).hasSize(COUNT).containsOnly("c1000000,c2000000");
            for (TestDb one : tenants.databases().values()) {
                assertThat(one.query("select id from part order by id")).containsExactly("1", "2");
            }
        }
    }

    private static void awaitSome(SeparateDatabases tenants, Process process)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (tenants.places().stream().noneMatch("c1000000,c2000000"::equals)) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private void write(TestDb db) throws Exception {
        String sleep = db.database() == POSTGRESQL ? "select pg_sleep(0.7)" : "do sleep(0.7)";
        revision(
                "c1000000",
                "",
                "create table part (id bigint primary key);\n" + sleep + ";\ninsert into part values (1);",
                "drop table part;");
        revision(
                "c2000000",
                "-- parent: c1000000\n",
                sleep + ";\ninsert into part values (2);",
                "delete from part where id = 2;");
    }

    private void revision(String id, String parent, String upgrade, String downgrade) throws Exception {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + parent
                        + "-- message: part\n-- created: 2026-11-23T10:00:00Z\n\n-- upgrade\n" + upgrade
                        + "\n\n-- downgrade\n" + downgrade + "\n");
    }

    private Process start(SeparateDatabases tenants) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TenantsProcess.class.getName(),
                folder.toString()));
        tenants.databases().forEach((name, db) -> command.addAll(List.of(name, db.url(), db.user(), db.password())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-tenants.log"))
                .start();
    }
}
