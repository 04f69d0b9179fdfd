package io.retort.testkit;

import io.retort.testkit.engine.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;

/** One database for one test. Closing it drops it, with connections that the test forgot. */
public final class TestDb implements AutoCloseable {

    /** What makes a database disappear. */
    @FunctionalInterface
    interface Drop {
        void run() throws SQLException;
    }

    private final DatabaseServer server;
    private final Login login;
    private final Drop drop;

    TestDb(DatabaseServer server, Login login, Drop drop) {
        this.server = server;
        this.login = login;
        this.drop = drop;
    }

    public DatabaseServer server() {
        return server;
    }

    /** The product: {@code server().database()}. */
    public TestDatabase database() {
        return server.database();
    }

    public String url() {
        return login.url();
    }

    /** The user, empty where the product has none. */
    public String user() {
        return login.user();
    }

    /** The password, empty where there is none. */
    public String password() {
        return login.password();
    }

    /** A new connection, the caller's to close. */
    public Connection connect() throws SQLException {
        return login.connect();
    }

    /** A source of new, unpooled connections. */
    public DataSource dataSource() {
        return new UnpooledDataSource(login);
    }

    /** Runs statements, in order, on one connection, each committed by itself. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows of a query, each as one text: values as the driver writes them, parted by {@code |}. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return query(connection, sql);
        }
    }

    /** The same on a connection that is open already. */
    public static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row(rows));
            }
            return all;
        }
    }

    private static String row(ResultSet rows) throws SQLException {
        StringJoiner row = new StringJoiner("|");
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.add(String.valueOf(rows.getString(i)));
        }
        return row.toString();
    }

    @Override
    public void close() {
        try {
            drop.run();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop " + this + ": " + e.getMessage(), e);
        }
    }

    /** The URL, without user and password. */
    @Override
    public String toString() {
        return login.url();
    }
}
