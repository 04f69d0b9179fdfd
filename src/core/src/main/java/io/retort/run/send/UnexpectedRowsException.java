package io.retort.run.send;

import java.sql.SQLException;

/** A statement changed another number of rows than its migration expects. */
final class UnexpectedRowsException extends SQLException {

    UnexpectedRowsException(int expected, int changed) {
        super("the statement changed " + changed + " rows, but the migration expects " + expected);
    }
}
