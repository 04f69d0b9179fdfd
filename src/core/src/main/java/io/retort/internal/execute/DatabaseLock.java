package io.retort.internal.execute;

import io.retort.run.OtherSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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

    /** Shows to others that this session waits, where the product can do that. */
    default void beginWaiting() throws SQLException {}

    /** Takes back {@link #beginWaiting}. */
    default void endWaiting() throws SQLException {}

    /** Returns the sessions that wait for the lock, longest wait first; empty if the product does not report them. */
    default Optional<List<OtherSession>> waiting() throws SQLException {
        return Optional.empty();
    }

    /** Returns whether this lock is still held. */
    boolean held() throws SQLException;

    /** Releases the lock. */
    void release() throws SQLException;
}
