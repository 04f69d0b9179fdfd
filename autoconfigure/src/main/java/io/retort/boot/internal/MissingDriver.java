package io.retort.boot.internal;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.database.JdbcUrl;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.text.NameSuggestions;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Recognises a URL that no JDBC driver accepts: the URL is mistyped, or the driver is missing. */
public final class MissingDriver {

    private static final String JDBC = "jdbc:";
    private static final int DEEPEST = 50;

    private MissingDriver() {}

    /**
     * Explains a failure of the data source.
     *
     * @param failure the failure to examine; never null
     * @param environment where the URL is read, or null if it is unknown
     * @return the exception, or empty if a driver accepts the URL or the failure is not about a driver
     */
    public static Optional<RetortException> of(Throwable failure, @Nullable Environment environment) {
        String url = UnreachableDatabase.property(environment, "url");
        return url == null || isExplained(failure) || !isAboutDriver(failure) || isAccepted(url)
                ? Optional.empty()
                : Optional.of(new RetortException(what(url), advice(url)));
    }

    /** A check of the properties names the property that is wrong. */
    private static boolean isExplained(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof RetortException && cause.getCause() == null);
    }

    private static boolean isAboutDriver(Throwable failure) {
        return causes(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> message.toLowerCase(Locale.ROOT).contains("driver")
                        || message.contains("must start with \"jdbc"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static boolean isAccepted(String url) {
        return DriverManager.drivers().anyMatch(driver -> accepts(driver, url));
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    private static String product(String url) {
        int end = url.indexOf(':', JDBC.length());
        return end < 0 ? url.substring(JDBC.length()) : url.substring(JDBC.length(), end);
    }

    /** Returns whether a driver accepts a plain URL of the product, so that the rest of the given URL is wrong. */
    private static boolean hasDriver(String url) {
        String prefix = JDBC + product(url) + ":";
        return url.startsWith(prefix) && (isAccepted(prefix) || isAccepted(prefix + "//localhost/x"));
    }

    private static String what(String url) {
        if (hasDriver(url)) {
            return "The JDBC driver of " + product(url) + " does not accept the URL " + JdbcUrl.withoutSecrets(url)
                    + ".";
        }
        return url.startsWith(JDBC)
                ? "No JDBC driver on the class path accepts the URL " + JdbcUrl.withoutSecrets(url) + "."
                : "The URL of the database does not begin with \"" + JDBC + "\".";
    }

    private static Advice advice(String url) {
        if (!url.startsWith(JDBC)) {
            return Advice.of("Write it as jdbc:postgresql://host:port/database, without user and password, in ")
                    .and(
                            Advice.dataSource(Login.URL),
                            ", and set ",
                            Advice.dataSource(Login.USER, Login.PASSWORD),
                            ".");
        }
        if (hasDriver(url)) {
            return Advice.of("Correct the host, port, database and parameters in ")
                    .and(Advice.dataSource(Login.URL), ".");
        }
        String product = product(url);
        if (Dialects.names().contains(product)) {
            return Advice.of("Add the JDBC driver of " + product + " to the dependencies of the application, or check ")
                    .and(Advice.dataSource(Login.URL), ".");
        }
        List<String> similar = NameSuggestions.to(product, Dialects.names());
        return similar.isEmpty()
                ? Advice.of("Check ")
                        .and(
                                Advice.dataSource(Login.URL),
                                ", or add the JDBC driver to the dependencies of the application.")
                : Advice.of("Write \"jdbc:" + similar.get(0) + ":\" instead of \"jdbc:" + product + ":\" in ")
                        .and(Advice.dataSource(Login.URL), ".");
    }
}
