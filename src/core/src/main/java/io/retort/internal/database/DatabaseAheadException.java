package io.retort.internal.database;

import io.retort.error.Advice;
import io.retort.error.RetortException;

/** Thrown if a database has revisions that the history does not contain, and these are not accepted. */
public final class DatabaseAheadException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public DatabaseAheadException(String what, Advice advice) {
        super(what, advice);
    }
}
