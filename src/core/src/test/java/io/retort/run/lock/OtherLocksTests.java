package io.retort.run.lock;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherLocksTests {

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    @OnDatabases({POSTGRESQL, H2})
    void aRowOfASecondConnectionLocksOthersOutUntilItIsGivenBack(TestDb db) throws SQLException {
        DatabaseLock first = new SecondConnectionLock(db.dataSource(), "revision_lock");
        DatabaseLock second = new SecondConnectionLock(db.dataSource(), "revision_lock");

        assertThat(first.take()).isTrue();
        assertThat(first.held()).isTrue();
        assertThat(second.take()).isFalse();
        first.release();
        assertThat(second.take()).isTrue();
        second.release();
    }

    @OnDatabases({POSTGRESQL, H2})
    void aPoolThatHasNoSecondConnectionIsASentence(TestDb db) throws SQLException {
        DataSource pool = fleet.pool(db, 1);
        try (Connection working = pool.getConnection()) {
            assertThatThrownBy(() -> new SecondConnectionLock(pool, "revision_lock").take())
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("Let the pool have two connections");
            assertThat(working.isValid(1)).isTrue();
        }
    }

    @Test
    void aFileBesideTheDatabaseLocksOthersOutAndGoesWithTheLock(@TempDir Path folder) throws SQLException {
        Path database = folder.resolve("shop.db");
        DatabaseLock first = new FileLockBeside(database);
        DatabaseLock second = new FileLockBeside(database);

        assertThat(first.take()).isTrue();
        assertThat(second.take()).isFalse();
        assertThat(second.holders().get(0).id())
                .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
        first.release();
        assertThat(folder).isEmptyDirectory();
        assertThat(second.take()).isTrue();
        assertThat(second.held()).isTrue();
        second.release();
        assertThat(Files.exists(database)).isFalse();
    }
}
