package io.retort.fuzz.run;

import io.retort.testkit.TestDb;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/**
 * The connection pool of a story. Connections remain open as in an application, which H2 requires: it cannot evaluate a
 * check constraint over a list of constants after the connection that created it was closed.
 */
final class StoryPool implements AutoCloseable {

    private final TestDb db;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();

    StoryPool(TestDb db) {
        this.db = db;
    }

    DataSource dataSource() {
        DataSource plain = db.dataSource();
        return (DataSource) Proxy.newProxyInstance(
                StoryPool.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? borrow() : method.invoke(plain, arguments));
    }

    private synchronized Connection borrow() throws SQLException {
        Connection connection = idle.pollFirst();
        if (connection == null) {
            connection = db.connect();
            all.add(connection);
        }
        return lent(connection);
    }

    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                StoryPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            giveBack(connection);
                            return null;
                        }
                        case "equals" -> {
                            return proxy == arguments[0];
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        default -> {
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    private synchronized void giveBack(Connection connection) throws SQLException {
        if (connection.isClosed() || idle.contains(connection)) {
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        idle.addFirst(connection);
    }

    @Override
    public synchronized void close() {
        for (Connection connection : all) {
            try {
                connection.close();
            } catch (SQLException ignored) {
                // the database is dropped afterwards
            }
        }
    }
}
