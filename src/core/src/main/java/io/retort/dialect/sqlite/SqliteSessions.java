package io.retort.dialect.sqlite;

import io.retort.dialect.LockName;
import io.retort.dialect.Locking;
import io.retort.dialect.SessionState;
import io.retort.dialect.Sessions;
import io.retort.dialect.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sessions of SQLite: connections to one file, of which one writes at a time. */
final class SqliteSessions implements Sessions {

    private static final int BUSY = 5;

    @Override
    public Optional<SessionState> state() {
        return Optional.of(new SqliteSessionState());
    }

    @Override
    public Optional<String> schemaOf(String table) {
        return Optional.of("select 'main'");
    }

    /** SQLite's own lock would block the connection that runs the migration, too. */
    @Override
    public Locking locking(LockName name, String token) {
        return new Locking.FileBeside("select file from pragma_database_list where name = 'main'");
    }

    @Override
    public List<Setting> lockTimeout(Duration timeout) {
        return List.of(
                new Setting("pragma busy_timeout", "pragma busy_timeout = ", String.valueOf(timeout.toMillis())));
    }

    @Override
    public boolean isLockTimeout(String sqlState, int errorCode) {
        return (errorCode & 0xff) == BUSY;
    }

    /** Inside a transaction these cannot be set, or only until its end. */
    @Override
    public List<Setting> rebuilding() {
        return List.of(
                new Setting("pragma foreign_keys", "pragma foreign_keys = ", "0"),
                new Setting("pragma legacy_alter_table", "pragma legacy_alter_table = ", "0"));
    }
}
