package io.retort.diff.faithful.sandbox;

import io.retort.testkit.TestDb;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Connections that remain open until their database is dropped, as in a connection pool. H2 2.4.240 requires it: it
 * cannot evaluate a check constraint over a list of constants after the connection that created it was closed.
 */
public final class KeptOpen {

    private KeptOpen() {}

    /** Returns the database itself where connections need not remain open. */
    public static DataSource on(TestDb db) {
        if (!db.database().product().equals("h2")) {
            return db.dataSource();
        }
        DataSource source = db.dataSource();
        List<Connection> kept = new ArrayList<>(); // H2 closes connections that are no longer referenced
        return (DataSource) Proxy.newProxyInstance(
                KeptOpen.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? open(source, kept)
                        : method.invoke(source, arguments));
    }

    private static Connection open(DataSource source, List<Connection> kept) throws SQLException {
        Connection connection = source.getConnection();
        kept.add(connection);
        return (Connection) Proxy.newProxyInstance(
                KeptOpen.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        connection.setAutoCommit(true);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
