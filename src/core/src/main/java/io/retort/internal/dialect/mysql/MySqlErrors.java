package io.retort.internal.dialect.mysql;

import io.retort.dialect.DatabaseError;

/** The meanings of the error codes of MySQL and MariaDB. */
final class MySqlErrors {

    private MySqlErrors() {}

    /** Connector/J itself refuses statements on a read-only connection, with an unspecific state. */
    static boolean isRefusedByDriver(String sqlState, String message) {
        return sqlState.equals("S1009") && message.contains("read-only");
    }

    static DatabaseError of(String sqlState, int errorCode) {
        return switch (errorCode) {
            case 1053, 1077, 1079, 1927, 2006, 2013, 4031 -> DatabaseError.CONNECTION_LOST;
            case 1290, 1792, 1836 -> DatabaseError.READ_ONLY;
            case 1044, 1142, 1143, 1227, 1370, 1419 -> DatabaseError.MISSING_PRIVILEGE;
            case 1317, 1969, 3024 -> DatabaseError.CANCELLED;
            case 1192, 1568 -> DatabaseError.TRANSACTION_NOT_ALLOWED;
            case 1007, 1050, 1060, 1061, 1304, 1359, 1826, 3822 -> DatabaseError.ALREADY_EXISTS;
            case 1021, 1041, 1114 -> DatabaseError.OUT_OF_SPACE;
            case 1138, 1242, 1265, 1366 -> DatabaseError.ROWS_REFUSED;
            default -> DatabaseError.ofState(sqlState);
        };
    }
}
