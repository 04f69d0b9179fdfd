package io.retort.reliability.server;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** What a kill makes of the file of an H2 database. */
public final class H2Files {

    private H2Files() {}

    /** Whether H2 still opens it. Now and then it does not: a kill can cut its own bookkeeping, and no tool mends that. */
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
