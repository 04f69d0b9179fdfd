package io.retort.reliability.server;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** The file of an H2 database after a kill. */
public final class H2Files {

    private H2Files() {}

    /**
     * Returns whether H2 can open the database. Occasionally a kill corrupts H2's own metadata, and no tool repairs it.
     */
    public static boolean isReadable(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            return true;
        } catch (SQLException failure) {
            if (failure.getErrorCode() == ErrorCode.FILE_CORRUPTED_1) {
                return false;
            }
            throw failure;
        }
    }
}
