package io.retort.run.lock;

import io.retort.error.RetortException;

/** The right to change a database, as long as it is open. */
public interface Turn extends AutoCloseable {

    /** The turn of one whom nobody can get in the way of. */
    Turn ALONE = new Turn() {
        @Override
        public void confirm() {}

        @Override
        public void close() {}
    };

    /**
     * Makes sure that it is still ours. Cheap: the database is asked once a second at most.
     *
     * @throws RetortException if it is not, which happens when something between us and the database has given us another
     *     session
     */
    void confirm();

    /** Lets the next one in. Never fails: where the connection is gone, so is the lock. */
    @Override
    void close();
}
