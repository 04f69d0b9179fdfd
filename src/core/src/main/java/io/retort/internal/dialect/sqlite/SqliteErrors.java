package io.retort.internal.dialect.sqlite;

import io.retort.dialect.DatabaseError;

/** The meanings of SQLite's result codes. Most errors share one code, so the message is used, too. */
final class SqliteErrors {

    private SqliteErrors() {}

    private static final int ERROR = 1;

    static DatabaseError of(int errorCode, String message) {
        return switch (errorCode & 0xff) {
            case 8 -> DatabaseError.READ_ONLY;
            case 3, 23 -> DatabaseError.MISSING_PRIVILEGE;
            case 9 -> DatabaseError.CANCELLED;
            case 13 -> DatabaseError.OUT_OF_SPACE;
            case 19 -> DatabaseError.ROWS_REFUSED;
            case ERROR -> fromMessage(message);
            default -> message.contains("connection closed") ? DatabaseError.CONNECTION_LOST : DatabaseError.OTHER;
        };
    }

    private static DatabaseError fromMessage(String message) {
        if (message.contains("already exists") || message.contains("duplicate column name")) {
            return DatabaseError.ALREADY_EXISTS;
        }
        if (message.contains("malformed JSON")) {
            return DatabaseError.ROWS_REFUSED;
        }
        return message.contains("within a transaction") || message.contains("inside a transaction")
                ? DatabaseError.TRANSACTION_NOT_ALLOWED
                : DatabaseError.OTHER;
    }
}
