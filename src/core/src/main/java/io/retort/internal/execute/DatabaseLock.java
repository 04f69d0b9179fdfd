package io.retort.internal.execute;

import io.retort.run.OtherSession;
import java.sql.SQLException;
import java.util.List;

/** One implementation of the migration lock. */
interface DatabaseLock {

    /**
     * Acquires the lock if it is free, without waiting.
     *
     * @return whether the lock was acquired
     */
    boolean take() throws SQLException;

    /** Returns the lock holders; empty if the database does not report them, or the lock is free by now. */
    List<OtherSession> holders() throws SQLException;

    /** Returns whether this lock is still held. */
    boolean held() throws SQLException;

    /** Releases the lock. */
    void release() throws SQLException;
}
