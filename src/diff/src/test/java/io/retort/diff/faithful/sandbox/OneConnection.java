package io.retort.diff.faithful.sandbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A pool with one connection: a second one is refused until the first is given back. */
public final class OneConnection {

    private OneConnection() {}

    /** Returns the pool over a data source. */
    public static DataSource of(DataSource source) {
        AtomicBoolean taken = new AtomicBoolean();
        return (DataSource) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? open(source, taken)
                        : method.invoke(source, arguments));
    }

    private static Connection open(DataSource source, AtomicBoolean taken) throws SQLException {
        if (taken.getAndSet(true)) {
            throw new SQLException("the pool has no other connection");
        }
        Connection connection = source.getConnection();
        return (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        taken.set(false);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
