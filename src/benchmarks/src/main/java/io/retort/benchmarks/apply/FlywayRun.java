package io.retort.benchmarks.apply;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Migrates as an application does on start with Flyway. */
final class FlywayRun {

    private FlywayRun() {}

    static void run(String url, String user, Path folder) {
        Flyway.configure()
                .dataSource(url, user, "")
                .locations("filesystem:" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
