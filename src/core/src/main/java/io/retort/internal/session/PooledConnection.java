package io.retort.internal.session;

import io.retort.internal.log.PrintableLog;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a data source, and the driver's connection below it.
 *
 * <p>Some pools close a connection when a statement fails with one of certain error codes, for example a feature that
 * the database does not support, or a timeout. The run would then lose its transaction, its lock and the reason of the
 * failure. So statements are sent on the driver's connection. The pool gets its own connection back.
 */
public final class PooledConnection implements AutoCloseable {

    private static final String HIKARI = "com.zaxxer.hikari.HikariDataSource";
    private static final int DEEPEST = 10;

    private final @Nullable DataSource pool;
    private final Connection given;
    private final Connection driver;
    private final List<Connection> layers;

    private PooledConnection(@Nullable DataSource pool, Connection given) {
        this.pool = pool;
        this.given = given;
        this.driver = driver(given);
        this.layers = layers(given);
    }

    /** Takes over a connection that a data source has given. */
    public static PooledConnection of(Connection given) {
        return new PooledConnection(null, given);
    }

    /**
     * Takes a connection.
     *
     * @throws SQLException if the data source has none
     */
    public static PooledConnection of(DataSource dataSource) throws SQLException {
        return new PooledConnection(dataSource, dataSource.getConnection());
    }

    /** Returns the connection to send statements on. Only {@link #close} closes it. */
    public Connection driver() {
        return driver;
    }

    /**
     * Returns the connection below a pool's connection; the same connection if it wraps none. A dynamic proxy is kept,
     * because it observes the statements or changes them.
     */
    static Connection driver(Connection connection) {
        Connection below = connection;
        for (int depth = 0; depth < DEEPEST && !Proxy.isProxyClass(below.getClass()); depth++) {
            Connection next = unwrapped(below);
            if (next == below) {
                break;
            }
            below = next;
        }
        return below;
    }

    /** Returns the connection below all wrappers, dynamic proxies too. It is not for statements. */
    static Connection lowest(Connection connection) {
        List<Connection> layers = layers(connection);
        return layers.get(layers.size() - 1);
    }

    /**
     * Returns a connection and the connections that it wraps, the outermost first. Metadata comes first: unwrapping skips
     * the pool's connection, and the proxies of some frameworks return themselves.
     */
    private static List<Connection> layers(Connection connection) {
        List<Connection> layers = new ArrayList<>();
        Connection next = connection;
        while (next != null && layers.size() <= DEEPEST) {
            layers.add(next);
            Connection last = next;
            next = Stream.<UnaryOperator<Connection>>of(PooledConnection::ofMetaData, PooledConnection::unwrapped)
                    .map(below -> below.apply(last))
                    .filter(below -> layers.stream().noneMatch(layer -> layer == below))
                    .findFirst()
                    .orElse(null);
        }
        return layers;
    }

    private static Connection unwrapped(Connection connection) {
        try {
            Connection below = connection.unwrap(Connection.class);
            return below == null ? connection : below;
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            PrintableLog.of(PooledConnection.class).debug("The connection wraps none", e);
            return connection;
        }
    }

    private static Connection ofMetaData(Connection connection) {
        try {
            Connection below = connection.getMetaData().getConnection();
            return below == null ? connection : below;
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            PrintableLog.of(PooledConnection.class).debug("The connection has no metadata", e);
            return connection;
        }
    }

    /** Returns the connection to its pool. The pool must not lend a lost connection again. */
    @Override
    public void close() {
        try {
            if (layers.size() > 1 && layers.get(layers.size() - 1).isClosed() && !evict()) {
                given.createStatement().close();
            }
        } catch (SQLException | RuntimeException e) {
            PrintableLog.of(PooledConnection.class).debug("The pool knows that the connection is lost", e);
        } finally {
            QuietClose.quietly(given);
        }
    }

    /**
     * HikariCP lends a connection that was just returned without testing it, and does not know H2's error code of a closed
     * connection. It ignores connections that are not its own. Retort does not depend on HikariCP.
     */
    private boolean evict() {
        try {
            DataSource source = hikari();
            if (source == null) {
                return false;
            }
            for (Connection layer : layers) {
                source.getClass().getMethod("evictConnection", Connection.class).invoke(source, layer);
            }
            return true;
        } catch (ReflectiveOperationException | SQLException | RuntimeException e) {
            PrintableLog.of(PooledConnection.class).debug("The pool cannot evict a connection", e);
            return false;
        }
    }

    /** The application can have wrapped the pool. */
    private @Nullable DataSource hikari() throws ReflectiveOperationException, SQLException {
        DataSource source = pool;
        if (source == null || source.getClass().getName().equals(HIKARI)) {
            return source;
        }
        for (Connection layer : layers) {
            ClassLoader loader = layer.getClass().getClassLoader();
            if (layer.getClass().getName().startsWith("com.zaxxer.hikari.")) {
                return (DataSource) source.unwrap(Class.forName(HIKARI, false, loader));
            }
        }
        return null;
    }
}
