package io.retort.internal.dialect.hsqldb;

import io.retort.dialect.Locking;
import io.retort.dialect.Locking.LockName;
import io.retort.dialect.SessionState;
import io.retort.dialect.SessionSupport;
import java.util.Optional;

/**
 * The sessions of HSQLDB: a lease, because a row lock of a second connection would block other sessions without a
 * limit. With {@code hsqldb.tx=mvcc} it would even block all DDL, including Retort's own.
 */
final class HsqldbSessionSupport implements SessionSupport {

    private static final String NAME = "cast(s.session_id as varchar(20)) || '@' || cast(s.connected as varchar(40))";

    @Override
    public Optional<SessionState> state() {
        return Optional.of(new HsqldbSessionState());
    }

    @Override
    public Locking locking(LockName name, String token) {
        return new Locking.Lease(
                "select " + NAME + " from information_schema.system_sessions s where s.session_id = session_id()",
                "select " + NAME + ", s.session_id, s.user_name, null, null,"
                        + " datediff('ss', s.connected, localtimestamp), s.current_statement, null,"
                        + " 'alter session ' || cast(s.session_id as varchar(20)) || ' close'"
                        + " from information_schema.system_sessions s",
                "select is_admin from information_schema.system_sessions where session_id = session_id()");
    }
}
