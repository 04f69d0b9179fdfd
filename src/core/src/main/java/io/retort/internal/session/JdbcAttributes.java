package io.retort.internal.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a connection that its driver keeps, and that only Java code can change. A pool does not restore
 * them, because the code gets the driver's connection.
 *
 * @param readOnly whether the connection is read-only
 * @param holdability the holdability of its result sets
 * @param catalog the catalog; null on products without catalogs
 * @param networkTimeout the network timeout in milliseconds; {@link #UNKNOWN} if the driver has none
 * @param isolation the isolation level; {@link #UNKNOWN} if it was not read
 */
record JdbcAttributes(
        boolean readOnly, int holdability, @Nullable String catalog, int networkTimeout, int isolation) {

    static final int UNKNOWN = -1;

    /**
     * Reads the attributes.
     *
     * @param isolation whether to read the isolation level, for which some drivers query the database
     */
    static JdbcAttributes of(Connection connection, boolean isolation) throws SQLException {
        return new JdbcAttributes(
                connection.isReadOnly(),
                connection.getHoldability(),
                connection.getCatalog(),
                networkTimeout(connection),
                isolation ? connection.getTransactionIsolation() : UNKNOWN);
    }

    private static int networkTimeout(Connection connection) throws SQLException {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
            return UNKNOWN;
        }
    }

    /** Restores what differs. No transaction may be open. */
    void restore(Connection connection) throws SQLException {
        JdbcAttributes now = of(connection, isolation != UNKNOWN);
        if (now.readOnly != readOnly) {
            connection.setReadOnly(readOnly);
        }
        if (now.holdability != holdability) {
            connection.setHoldability(holdability);
        }
        if (catalog != null && !Objects.equals(now.catalog, catalog)) {
            connection.setCatalog(catalog);
        }
        if (now.networkTimeout != networkTimeout) {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
        if (now.isolation != isolation) {
            connection.setTransactionIsolation(isolation);
        }
    }
}
