package io.retort.internal.dialect.h2;

import io.retort.dialect.Locking;
import io.retort.dialect.Locking.LockName;
import io.retort.dialect.SessionState;
import io.retort.dialect.SessionSupport;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.dialect.SessionSupport.SessionSetting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sessions of H2: a lease, because H2 has no session locks and every DDL statement commits. */
final class H2SessionSupport implements SessionSupport {

    private static final String NAME = "cast(s.session_id as varchar) || '@' || cast(s.session_start as varchar)";
    private static final String COLUMNS = "s.session_id, s.user_name, null, s.client_addr,"
            + " datediff(second, s.session_start, current_timestamp), s.executing_statement,"
            + " datediff(second, s.sleep_since, current_timestamp), 'call abort_session(' || s.session_id || ')'";

    private static final int LOCK_TIMEOUT = 50200;
    private static final int DEADLOCK = 40001;

    @Override
    public Locking locking(LockName name, String token) {
        return new Locking.Lease(
                "select " + NAME + " from information_schema.sessions s where s.session_id = session_id()",
                "select " + NAME + ", " + COLUMNS + " from information_schema.sessions s",
                "select is_admin from information_schema.users where user_name = current_user");
    }

    @Override
    public Optional<SessionState> state() {
        return Optional.of(new H2SessionState());
    }

    @Override
    public Optional<CurrentSchema> currentSchema() {
        return Optional.of(CurrentSchema.SCHEMA);
    }

    @Override
    public Optional<String> hiddenColumns() {
        return Optional.of("select table_schema, table_name, column_name from information_schema.columns"
                + " where is_visible = false");
    }

    @Override
    public List<SessionSetting> lockTimeout(Duration timeout) {
        return List.of(
                new SessionSetting("select lock_timeout()", "set lock_timeout ", String.valueOf(timeout.toMillis())));
    }

    @Override
    public boolean isLockTimeout(String sqlState, int errorCode) {
        return errorCode == LOCK_TIMEOUT || errorCode == DEADLOCK;
    }

    /** Two sessions that alter tables can wait for each other until the lock timeout (2.4). */
    @Override
    public boolean definesInParallel() {
        return false;
    }

    @Override
    public List<String> blockers(String sql) {
        return List.of("select distinct " + COLUMNS + " from information_schema.locks l"
                + " join information_schema.sessions s on s.session_id = l.session_id"
                + " where s.session_id <> session_id()");
    }
}
