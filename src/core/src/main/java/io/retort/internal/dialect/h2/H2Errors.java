package io.retort.internal.dialect.h2;

import io.retort.dialect.DatabaseError;

/** The meanings of H2's error codes. */
final class H2Errors {

    private H2Errors() {}

    static DatabaseError of(String sqlState, int errorCode) {
        return switch (errorCode) {
            case 90007, 90067, 90098, 90121 -> DatabaseError.CONNECTION_LOST;
            case 90097 -> DatabaseError.READ_ONLY;
            case 90040, 90096 -> DatabaseError.MISSING_PRIVILEGE;
            case 57014 -> DatabaseError.CANCELLED;
            case 42101, 42111, 42121, 90035, 90038, 90041, 90045, 90076, 90078, 90119 -> DatabaseError.ALREADY_EXISTS;
            case 90062 -> DatabaseError.OUT_OF_SPACE;
            case 90053 -> DatabaseError.ROWS_REFUSED;
            default -> DatabaseError.ofState(sqlState);
        };
    }
}
