package io.retort.internal.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Describes the database of a connection. */
public final class ConnectionDescription {

    private ConnectionDescription() {}

    /** Returns product, version and URL, without secrets. */
    public static String of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        return metaData.getDatabaseProductName() + " "
                + metaData.getDatabaseProductVersion().split("[ -]")[0] + " at "
                + JdbcUrl.withoutSecrets(String.valueOf(metaData.getURL()));
    }
}
