package io.retort.test;

import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Protects databases that are not disposable from a downgrade to the base. */
final class DisposableDatabaseCheck {

    private static final String CONTAINER = "org.testcontainers.containers.JdbcDatabaseContainer";

    private DisposableDatabaseCheck() {}

    /**
     * Accepts databases in memory and in containers, and those that the application's properties declare disposable.
     *
     * @throws RetortException for any other database
     */
    static void require(ApplicationContext application, DataSource dataSource) {
        String url = url(dataSource);
        if (isInMemory(url)
                || hasContainer(application)
                || application.getEnvironment().getProperty("retort.test.throwaway", Boolean.class, false)) {
            return;
        }
        throw new RetortException(
                "The checks of a history downgrade " + url.replaceFirst("[?;].*$", "")
                        + " to the base, which deletes all rows.",
                "Test on an in-memory database or in a container, or set retort.test.throwaway=true in the test's"
                        + " properties if the database is disposable.");
    }

    private static boolean isInMemory(String url) {
        return url.startsWith("jdbc:h2:mem:") || url.startsWith("jdbc:hsqldb:mem:") || url.startsWith("jdbc:tc:");
    }

    private static boolean hasContainer(ApplicationContext application) {
        ClassLoader loader = application.getClassLoader();
        return ClassUtils.isPresent(CONTAINER, loader)
                && application.getBeanNamesForType(ClassUtils.resolveClassName(CONTAINER, loader)).length > 0;
    }

    private static String url(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot connect to the test database: " + failure.getMessage(), failure);
        }
    }
}
