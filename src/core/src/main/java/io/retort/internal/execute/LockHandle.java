package io.retort.internal.execute;

import io.retort.error.RetortException;

/** The migration lock, held until closed. */
public interface LockHandle extends AutoCloseable {

    /** A lock that does nothing, for databases with a single session. */
    LockHandle ALONE = new LockHandle() {
        @Override
        public void confirm() {}

        @Override
        public void confirmNow() {}

        @Override
        public void close() {}
    };

    /**
     * Checks that the lock is still held. Queries the database at most once a second.
     *
     * @throws RetortException if the lock is lost, for example because a pooler has assigned another session
     */
    void confirm();

    /**
     * Checks the same at once, after a revision that may have released the lock.
     *
     * @throws RetortException if the lock is lost
     */
    void confirmNow();

    /** Releases the lock. Never throws: if the connection is lost, so is the lock. */
    @Override
    void close();
}
