package io.retort.internal.dialect.sqlite;

import io.retort.dialect.Locking;
import io.retort.dialect.Locking.LockName;
import io.retort.dialect.SessionState;
import io.retort.dialect.SessionSupport;
import io.retort.dialect.SessionSupport.SessionSetting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sessions of SQLite: connections to one file, of which one writes at a time. */
final class SqliteSessionSupport implements SessionSupport {

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
        return new Locking.LockFile("select file from pragma_database_list where name = 'main'");
    }

    @Override
    public List<SessionSetting> lockTimeout(Duration timeout) {
        return List.of(new SessionSetting(
                "pragma busy_timeout", "pragma busy_timeout = ", String.valueOf(timeout.toMillis())));
    }

    @Override
    public boolean isLockTimeout(String sqlState, int errorCode) {
        return (errorCode & 0xff) == BUSY;
    }

    @Override
    public Optional<String> foreignKeysQuery() {
        return Optional.of("select foreign_keys from pragma_foreign_keys");
    }

    /** Inside a transaction these cannot be set, or only until its end. */
    @Override
    public List<SessionSetting> rebuilding() {
        return List.of(
                new SessionSetting("pragma foreign_keys", "pragma foreign_keys = ", "0"),
                new SessionSetting("pragma legacy_alter_table", "pragma legacy_alter_table = ", "0"));
    }
}
