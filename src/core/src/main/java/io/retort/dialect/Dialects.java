package io.retort.dialect;

import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * Finds the dialect of a database. Dialects are services; one of a user's own is found when its jar has a line in
 * {@code META-INF/services/io.retort.dialect.Dialect}.
 */
public final class Dialects {

    private Dialects() {}

    /**
     * The dialect of the database at the other end of a connection, as the session is set now.
     *
     * @throws RetortException if the product is not known, or the connection does not tell it
     */
    public static Dialect of(Connection connection) {
        try {
            DatabaseMetaData database = connection.getMetaData();
            String name = database.getDatabaseProductName();
            String version = database.getDatabaseProductVersion();
            return inSession(
                    find(dialect -> dialect.speaksFor(name, version), "the database product \"" + name + "\""),
                    connection);
        } catch (SQLException e) {
            throw new RetortException(
                    "The connection does not tell which database product it leads to: " + e.getMessage(),
                    "Check that the database is up and the connection open.",
                    e);
        }
    }

    private static Dialect inSession(Dialect dialect, Connection connection) throws SQLException {
        Optional<String> told = dialect.syntaxOfDriver().flatMap(property -> property.read(connection));
        if (told.isPresent()) {
            return dialect.inSession(told.get());
        }
        Optional<String> query = dialect.syntaxQuery();
        if (query.isEmpty()) {
            return dialect;
        }
        try (Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery(query.get())) {
            return setting.next() ? dialect.inSession(String.valueOf(setting.getString(1))) : dialect;
        }
    }

    /**
     * The dialect of a name, such as {@code postgresql}.
     *
     * @throws RetortException if there is none of that name
     */
    public static Dialect named(String name) {
        return find(dialect -> dialect.name().equalsIgnoreCase(name), "a dialect named \"" + name + "\"");
    }

    /**
     * The dialect of the database that a JDBC URL leads to, told by the URL alone.
     *
     * @throws RetortException if the URL is of no known product; the message holds no more of it than the product's word
     */
    public static Dialect ofUrl(String jdbcUrl) {
        return find(dialect -> dialect.speaksForUrl(jdbcUrl), "JDBC URLs that begin with \"" + head(jdbcUrl) + "\"");
    }

    /** The names of all dialects that are there, in order. */
    public static synchronized List<String> names() {
        List<String> names = new ArrayList<>();
        Found.ALL.forEach(dialect -> names.add(dialect.name()));
        return names.stream().sorted().toList();
    }

    /** One thread at a time, since a service loader is for one. */
    private static synchronized Dialect find(Predicate<Dialect> wanted, String what) {
        for (Dialect dialect : Found.ALL) {
            if (wanted.test(dialect)) {
                return dialect;
            }
        }
        throw unknown(what);
    }

    /** Those behind the one that is wanted are not loaded, and none is loaded twice: looking for them takes long. */
    private static final class Found {

        private static final ServiceLoader<Dialect> ALL =
                ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader());
    }

    private static RetortException unknown(String what) {
        return new RetortException(
                "Retort does not know " + what + ". It knows " + String.join(", ", names()) + ".",
                "Use one of these databases, or bring a dialect of your own: a class that implements "
                        + Dialect.class.getName() + ", named in META-INF/services/" + Dialect.class.getName() + ".");
    }

    /** The URL up to the product's word: what follows may hold a password. */
    private static String head(String url) {
        int product = url.startsWith("jdbc:") ? url.indexOf(':', "jdbc:".length()) : -1;
        return product < 0 ? "..." : url.substring(0, product + 1);
    }
}
