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

/** The database of one test. Closing it drops it, including connections that the test has not closed. */
public final class TestDb implements AutoCloseable {

    /** Drops a database. */
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

    /** Returns the product. */
    public TestDatabase database() {
        return server.database();
    }

    public String url() {
        return login.url();
    }

    /** Returns the user; empty if the product has none. */
    public String user() {
        return login.user();
    }

    /** Returns the password; empty if there is none. */
    public String password() {
        return login.password();
    }

    /** Opens a connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return login.connect();
    }

    /** Returns a data source of unpooled connections. */
    public DataSource dataSource() {
        return new UnpooledDataSource(login);
    }

    /** Runs statements in order on one connection; each is committed on its own. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the rows of a query, each as a text of the driver's values separated by {@code |}. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return query(connection, sql);
        }
    }

    /** Returns the rows of a query on an open connection. */
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

    /** Returns the URL, without user and password. */
    @Override
    public String toString() {
        return login.url();
    }
}
