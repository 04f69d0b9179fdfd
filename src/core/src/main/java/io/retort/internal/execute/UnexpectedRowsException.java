package io.retort.internal.execute;

import java.sql.SQLException;

/** Signals that a statement did not change the expected number of rows. */
final class UnexpectedRowsException extends SQLException {

    UnexpectedRowsException(int expected, int changed) {
        super("the statement changed " + changed + " rows, but the migration expects " + expected);
    }
}
