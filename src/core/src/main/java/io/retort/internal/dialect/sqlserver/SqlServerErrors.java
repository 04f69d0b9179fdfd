package io.retort.internal.dialect.sqlserver;

import io.retort.dialect.DatabaseError;

/** The meanings of SQL Server's error numbers. */
final class SqlServerErrors {

    private SqlServerErrors() {}

    static DatabaseError of(String sqlState, int errorCode) {
        return switch (errorCode) {
            case 596, 6005 -> DatabaseError.CONNECTION_LOST;
            case 3906, 3908 -> DatabaseError.READ_ONLY;
            case 229, 230, 262, 297, 300, 1088, 2760 -> DatabaseError.MISSING_PRIVILEGE;
            case 226, 574 -> DatabaseError.TRANSACTION_NOT_ALLOWED;
            case 1801, 1913, 2705, 2714 -> DatabaseError.ALREADY_EXISTS;
            case 1105, 9002 -> DatabaseError.OUT_OF_SPACE;
            case 515, 547, 1505, 2601, 2627, 8115, 50001 -> DatabaseError.ROWS_REFUSED;
            default -> sqlState.equals("HY008") ? DatabaseError.CANCELLED : DatabaseError.ofState(sqlState);
        };
    }
}
