package io.retort.run.lock;

import io.retort.run.session.OtherSession;
import java.sql.SQLException;
import java.util.List;

/** One way to lock others out. */
interface DatabaseLock {

    /**
     * Takes the lock if nobody has it, without waiting.
     *
     * @return whether it is ours now
     */
    boolean take() throws SQLException;

    /** Who has it; empty if the database does not tell, or it has become free meanwhile. */
    List<OtherSession> holders() throws SQLException;

    /** Whether it is ours. */
    boolean held() throws SQLException;

    /** Gives it back. */
    void release() throws SQLException;
}
