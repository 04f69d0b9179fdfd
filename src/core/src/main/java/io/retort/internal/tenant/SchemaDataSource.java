package io.retort.internal.tenant;

import io.retort.internal.session.PooledConnection;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose connections have another current schema while they are open. */
public final class SchemaDataSource implements DataSource {

    private final DataSource over;
    private final Supplier<String> schema;

    /**
     * Creates a data source for one schema.
     *
     * @param over supplies the connections
     * @param schema supplies the schema's name as stored; called for each connection
     */
    public SchemaDataSource(DataSource over, Supplier<String> schema) {
        this.over = over;
        this.schema = schema;
    }

    /** Returns the data source that supplies the connections. */
    public DataSource over() {
        return over;
    }

    @Override
    public Connection getConnection() throws SQLException {
        String name = schema.get();
        return in(name, PooledConnection.of(over));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        String name = schema.get();
        return in(name, PooledConnection.of(over.getConnection(user, password)));
    }

    private static Connection in(String schema, PooledConnection connection) throws SQLException {
        try {
            return leaving(SchemaSwitch.enter(schema, connection.driver()), connection);
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** Returns the connection with the schema restored on close. */
    private static Connection leaving(SchemaSwitch visit, PooledConnection connection) {
        return (Connection) Proxy.newProxyInstance(
                SchemaDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "equals":
                            return proxy == arguments[0];
                        case "hashCode":
                            return System.identityHashCode(proxy);
                        case "close":
                            visit.leave();
                            connection.close();
                            return null;
                        default:
                    }
                    try {
                        return method.invoke(connection.driver(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return over.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        over.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        over.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return over.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return over.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : over.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || over.isWrapperFor(type);
    }
}
