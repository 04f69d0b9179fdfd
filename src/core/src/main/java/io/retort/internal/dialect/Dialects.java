package io.retort.internal.dialect;

import io.retort.dialect.Dialect;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.lint.rule.CommonRules;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.Rule;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the dialect of a database. A dialect of your own is found if its jar lists it in
 * {@code META-INF/services/io.retort.dialect.Dialect}.
 */
public final class Dialects {

    private Dialects() {}

    /**
     * Returns the dialect of the connected database, with the present settings of the session.
     *
     * @throws RetortException if the product is unknown, or the connection fails
     */
    public static Dialect of(Connection connection) {
        try {
            DatabaseMetaData database = connection.getMetaData();
            String name = database.getDatabaseProductName();
            String version = database.getDatabaseProductVersion();
            return inSession(
                    find(
                            dialect -> dialect.supports(name, version),
                            "the database product \"" + name + "\"",
                            ExitStatus.FAILED),
                    connection);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read the database product from the connection: " + e.getMessage(),
                    "Check that the database is running and the connection is open.",
                    e);
        }
    }

    private static Dialect inSession(Dialect dialect, Connection connection) throws SQLException {
        Optional<String> modes = dialect.syntaxOfDriver().flatMap(property -> property.read(connection));
        if (modes.isPresent()) {
            return dialect.inSession(modes.get());
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
     * Returns the dialect with this name: {@code Dialects.named("postgresql")}.
     *
     * @throws RetortException if no dialect has this name
     */
    public static Dialect named(String name) {
        return find(
                dialect -> dialect.name().equalsIgnoreCase(name), "a dialect named \"" + name + "\"", ExitStatus.USAGE);
    }

    /**
     * Returns the dialect for a JDBC URL.
     *
     * @throws RetortException if the URL belongs to no known product; its message contains only the URL's product part
     */
    public static Dialect ofUrl(String jdbcUrl) {
        return find(
                dialect -> dialect.acceptsUrl(jdbcUrl),
                "JDBC URLs that begin with \"" + head(jdbcUrl) + "\"",
                ExitStatus.FAILED);
    }

    /** Returns whether a JDBC URL is of a database that exists only in the memory of this process. */
    public static synchronized boolean isInMemory(String jdbcUrl) {
        for (Dialect dialect : Found.ALL) {
            if (dialect.acceptsUrl(jdbcUrl) && dialect.isInMemory(jdbcUrl)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the names of all available dialects, sorted. */
    public static synchronized List<String> names() {
        List<String> names = new ArrayList<>();
        Found.ALL.forEach(dialect -> names.add(dialect.name()));
        return names.stream().sorted().toList();
    }

    /** Returns the names of the products that a condition applies to, for messages, sorted. */
    public static synchronized List<String> productNames(Predicate<Dialect> condition) {
        List<String> names = new ArrayList<>();
        Found.ALL.forEach(dialect -> {
            if (condition.test(dialect)) {
                names.add(dialect.productName());
            }
        });
        return names.stream().sorted().toList();
    }

    /** Returns the ids of the lint rules of all products, sorted. */
    public static SortedSet<String> ruleIds() {
        SortedSet<String> ids = new TreeSet<>();
        for (String name : names()) {
            rules(name).forEach(rule -> ids.add(rule.id()));
        }
        return ids;
    }

    /** Returns the lint rules of all products, and those of one product. */
    public static List<Rule> rules(String product) {
        List<Rule> rules = new ArrayList<>(CommonRules.all());
        rules.addAll(LintRules.of(named(product)).rules());
        return rules;
    }

    /** Synchronized, because a {@link ServiceLoader} is not thread-safe. */
    private static synchronized Dialect find(Predicate<Dialect> wanted, String what, ExitStatus status) {
        return first(wanted).or(() -> first(wanted)).orElseThrow(() -> unknown(what, status));
    }

    /**
     * A dialect whose constructor looks for another one loads further dialects in the middle of the search, which then
     * misses them; the next search finds all.
     */
    private static Optional<Dialect> first(Predicate<Dialect> wanted) {
        for (Dialect dialect : Found.ALL) {
            if (wanted.test(dialect)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** Loads each dialect at most once and only up to the wanted one, because loading is slow. */
    private static final class Found {

        private static final ServiceLoader<Dialect> ALL =
                ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader());
    }

    private static RetortException unknown(String what, ExitStatus status) {
        return new RetortException(
                "Retort does not support " + what + ". It supports " + String.join(", ", names()) + ".",
                "Use one of these databases, or add a dialect of your own: a class that implements "
                        + Dialect.class.getName() + ", named in META-INF/services/" + Dialect.class.getName() + ".",
                status);
    }

    /** The URL up to the product, because the rest can contain a password. */
    private static String head(String url) {
        int product = url.startsWith("jdbc:") ? url.indexOf(':', "jdbc:".length()) : -1;
        return product < 0 ? "..." : url.substring(0, product + 1);
    }
}
