package io.retort.boot.internal;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.database.JdbcUrl;
import io.retort.internal.database.Secrets;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Recognises failures to connect and suggests an action for each kind. Messages never contain a password. */
public final class UnreachableDatabase {

    private static final int H2_IN_USE = 90020;
    /** Vendor codes of MySQL and H2, whose SQLState for an unknown database is too general. */
    private static final Set<Integer> UNKNOWN_DATABASE = Set.of(1049, 90146, 90149);

    private UnreachableDatabase() {}

    /**
     * Converts a failure to connect into an exception with an action.
     *
     * @param failure the failure to examine; never null
     * @param environment where the URL and the user are read, or null if they are unknown
     * @return the exception, or empty if the failure has another cause
     */
    public static Optional<RetortException> of(Throwable failure, @Nullable Environment environment) {
        return failure instanceof SQLException sql
                ? advice(sql)
                        .map(advice -> new RetortException(what(sql, environment), advice, Secrets.withoutSecrets(sql)))
                : Optional.empty();
    }

    private static String what(SQLException failure, @Nullable Environment environment) {
        return "Cannot connect to " + database(environment) + ": "
                + Secrets.maskLogin(String.valueOf(failure.getMessage()))
                        .lines()
                        .findFirst()
                        .orElse("");
    }

    private static Optional<Advice> advice(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return Optional.of(Advice.of("Check ", Advice.dataSource(Login.USER, Login.PASSWORD), "."));
        }
        if (state.startsWith("3D") || isUnknownDatabase(failure)) {
            return Optional.of(Advice.of("Create the database, or check ", Advice.dataSource(Login.URL), "."));
        }
        if (failure.getErrorCode() == H2_IN_USE) {
            return Optional.of(Advice.of("Stop the application that has it open, then run the command again."));
        }
        return state.startsWith("08") || isConnectionFailure(failure)
                ? Optional.of(Advice.of("Start the database, or check ", Advice.dataSource(Login.URL), "."))
                : Optional.empty();
    }

    private static boolean isConnectionFailure(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException;
    }

    private static boolean isUnknownDatabase(SQLException failure) {
        return UNKNOWN_DATABASE.contains(failure.getErrorCode());
    }

    private static String database(@Nullable Environment environment) {
        String url = property(environment, "url");
        if (url == null) {
            return "the database";
        }
        String user = property(environment, "username");
        return JdbcUrl.withoutSecrets(url) + (user == null ? "" : " as " + user);
    }

    static @Nullable String property(@Nullable Environment environment, String name) {
        if (environment == null) {
            return null;
        }
        String own = environment.getProperty("retort." + ("username".equals(name) ? "user" : name));
        return own != null ? own : environment.getProperty("spring.datasource." + name);
    }
}
