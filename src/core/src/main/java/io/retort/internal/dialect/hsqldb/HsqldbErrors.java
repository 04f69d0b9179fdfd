package io.retort.internal.dialect.hsqldb;

import io.retort.dialect.DatabaseError;

/** The meanings of HSQLDB's error codes; the driver reports them as negative numbers. */
final class HsqldbErrors {

    private HsqldbErrors() {}

    static DatabaseError of(String sqlState, int errorCode) {
        return switch (Math.abs(errorCode)) {
            case 1303, 1353 -> DatabaseError.CONNECTION_LOST;
            case 455, 456, 3706 -> DatabaseError.READ_ONLY;
            case 457, 5507 -> DatabaseError.MISSING_PRIVILEGE;
            case 4872 -> DatabaseError.CANCELLED;
            case 5504, 5522, 5528 -> DatabaseError.ALREADY_EXISTS;
            case 3201 -> DatabaseError.ROWS_REFUSED;
            default -> DatabaseError.ofState(sqlState);
        };
    }
}
