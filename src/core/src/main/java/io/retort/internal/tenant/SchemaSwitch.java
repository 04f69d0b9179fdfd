package io.retort.internal.tenant;

import io.retort.dialect.Dialect;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.session.OpenTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Changes the current schema of a connection and restores it. */
final class SchemaSwitch {

    private final Connection connection;
    private final CurrentSchema how;
    private final @Nullable String before;
    private boolean left;

    private SchemaSwitch(Connection connection, CurrentSchema how, @Nullable String before) {
        this.connection = connection;
        this.how = how;
        this.before = before;
    }

    /**
     * Changes the current schema, outside a transaction, because a rollback would restore it on some products.
     *
     * @throws RetortException if the product does not support it
     */
    static SchemaSwitch enter(String schema, Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        CurrentSchema how = dialect.sessions()
                .currentSchema()
                .orElseThrow(() -> new RetortException(
                        "A schema for each tenant does not work on " + dialect.productName()
                                + ": its sessions cannot change the current schema.",
                        Advice.of(
                                "Give each tenant a database of its own in ",
                                Advice.setting("tenants"),
                                ". A schema for each tenant works on "
                                        + String.join(", ", Dialects.productNames(SchemaSwitch::isSupported))
                                        + ".")));
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        SchemaSwitch visit = new SchemaSwitch(connection, how, before(connection, how));
        visit.go(schema);
        connection.setAutoCommit(autoCommit);
        return visit;
    }

    private static boolean isSupported(Dialect dialect) {
        return dialect.sessions().currentSchema().isPresent();
    }

    private static @Nullable String before(Connection connection, CurrentSchema how) throws SQLException {
        if (how.read() == null) {
            return how.isCatalog() ? connection.getCatalog() : connection.getSchema();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(how.read())) {
            row.next();
            return row.getString(1);
        }
    }

    private void go(String schema) throws SQLException {
        if (how.isCatalog()) {
            connection.setCatalog(schema);
        } else {
            connection.setSchema(schema);
        }
    }

    /**
     * Restores the current schema. If that fails, the connection is aborted, so that nothing continues in the wrong
     * schema.
     */
    void leave() {
        if (left) {
            return;
        }
        left = true;
        try {
            if (!connection.isClosed()) {
                restore();
            }
        } catch (SQLException e) {
            PrintableLog.of(SchemaSwitch.class)
                    .debug("The schema of a connection could not be restored; the connection is closed", e);
            OpenTransaction.abort(connection);
        }
    }

    private void restore() throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        if (how.restore() != null) {
            try (PreparedStatement statement = connection.prepareStatement(how.restore())) {
                statement.setString(1, before);
                statement.execute();
            }
        } else if (before != null) {
            go(before);
        }
        connection.setAutoCommit(autoCommit);
    }
}
