package io.retort.reliability;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retort.reliability.process.Instance;
import io.retort.reliability.server.SmallDisk;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fills the disk of a table in a data step. The disk is an in-memory file system mounted for the test; where none can
 * be mounted, the tests are aborted with a reason.
 */
class DiskFullTests {

    private static final int ROWS = 9000;

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void aTablespaceWithoutRoomIsAClearErrorAndTheNextStartConverges(TestDb db) throws Exception {
        try (SmallDisk disk = disk(6)) {
            Path place = disk.folder("space");
            db.execute("create tablespace small location '" + place + "'");
            try {
                fillAndMakeRoom(db, disk, "tablespace small");
            } finally {
                db.execute("drop table if exists filled cascade", "drop tablespace small");
            }
        }
    }

    @OnDatabases(MARIADB)
    void aTableWithoutRoomIsAClearErrorAndTheNextStartConverges(TestDb db) throws Exception {
        try (SmallDisk disk = disk(6)) {
            fillAndMakeRoom(db, disk, "data directory='" + disk.folder("data") + "'");
            db.execute("drop table after_it", "drop table filled");
        }
    }

    /** More rows, because H2 writes some megabytes with a delay. */
    @Test
    void aDatabaseFileOfH2WithoutRoomIsAClearErrorAndTheNextStartConverges() throws Exception {
        try (SmallDisk disk = disk(6)) {
            fillAndMakeRoom(H2.server().newFileDatabase(disk.folder("h2")), disk, "", 2 * ROWS);
        }
    }

    private SmallDisk disk(int megabytes) throws Exception {
        Optional<SmallDisk> disk = SmallDisk.mount(folder.resolve("disk"), megabytes);
        assumeThat(disk).as("a file system in memory may be mounted here").isPresent();
        return disk.orElseThrow();
    }

    private static void fillAndMakeRoom(TestDb db, SmallDisk disk, String place) throws Exception {
        fillAndMakeRoom(db, disk, place, ROWS);
    }

    private static void fillAndMakeRoom(TestDb db, SmallDisk disk, String place, int rows) throws Exception {
        Map<String, String> properties = Map.of("migrator.place", place);
        try (Instance instance = Instance.start(db.url(), db, "bulk-" + rows, properties)) {
            Converging.failed(instance);
            assertThat(instance.text().toLowerCase()).containsAnyOf("no space left", "is full", "disk full");
        }
        disk.grow(200);
        Converging.converges(db, "bulk-" + rows, rows, properties);
        Figures.add(
                "A data step fills the disk (a file system of a few MB), room is made",
                db.server().toString(),
                "exit 1 with the database's message, the next start completed it");
    }
}
