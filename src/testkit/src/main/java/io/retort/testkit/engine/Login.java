package io.retort.testkit.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data needed to connect to a database.
 *
 * @param url the JDBC URL
 * @param user the user; empty if the product has none
 * @param password the password, often empty; never printed
 */
public record Login(String url, String user, String password) {

    private static final Pattern SERVER_URL = Pattern.compile("(jdbc:\\w+://[^/?]+)(/[^?]*)?(\\?.*)?");

    /** Opens a connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /**
     * Returns the login for another database of the same server. Parameters of the URL are kept.
     *
     * @throws IllegalArgumentException if this is not the URL of a server
     */
    public Login withDatabase(String name) {
        Matcher matcher = SERVER_URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a URL of the form jdbc:product://host:port/database: " + url);
        }
        String parameters = matcher.group(3) == null ? "" : matcher.group(3);
        return new Login(matcher.group(1) + "/" + name + parameters, user, password);
    }

    /** Runs one statement on a new connection. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
