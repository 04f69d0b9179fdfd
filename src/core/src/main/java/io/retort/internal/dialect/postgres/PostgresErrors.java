package io.retort.internal.dialect.postgres;

import io.retort.dialect.DatabaseError;

/** The meanings of PostgreSQL's SQLSTATEs. */
final class PostgresErrors {

    private PostgresErrors() {}

    static DatabaseError of(String sqlState) {
        return switch (sqlState) {
            case "57P01", "57P02", "57P03", "57P05", "25P03" -> DatabaseError.CONNECTION_LOST;
            case "42501" -> DatabaseError.MISSING_PRIVILEGE;
            case "57014", "25P04" -> DatabaseError.CANCELLED;
            case "25001" -> DatabaseError.TRANSACTION_NOT_ALLOWED;
            case "42P04", "42P06", "42P07", "42701", "42710", "42723" -> DatabaseError.ALREADY_EXISTS;
            case "53100" -> DatabaseError.OUT_OF_SPACE;
            case "P0001" -> DatabaseError.ROWS_REFUSED;
            default -> DatabaseError.ofState(sqlState);
        };
    }
}
