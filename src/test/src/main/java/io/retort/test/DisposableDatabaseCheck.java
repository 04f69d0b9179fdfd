package io.retort.test;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Protects databases that are not disposable from a downgrade to the base. */
final class DisposableDatabaseCheck {

    private static final String CONTAINER = "org.testcontainers.containers.JdbcDatabaseContainer";

    /** How the URLs of Testcontainers' own driver begin. */
    private static final String CONTAINER_URL = "jdbc:tc:";

    private DisposableDatabaseCheck() {}

    /**
     * Accepts databases in memory and in containers, and those that the application's properties declare disposable.
     *
     * @throws RetortException for any other database
     */
    static void require(ApplicationContext application, DataSource dataSource) {
        Database database = database(dataSource);
        if (database.disposable()
                || hasContainer(application)
                || application.getEnvironment().getProperty("retort.test.throwaway", Boolean.class, false)) {
            return;
        }
        throw new RetortException(
                "The checks of a history downgrade " + database.url().replaceFirst("[?;].*$", "")
                        + " to the base, which deletes all rows.",
                "Test on an in-memory database or in a container, or set retort.test.throwaway=true in the test's"
                        + " properties if the database is disposable.");
    }

    /**
     * The database of a test.
     *
     * @param url its JDBC URL, as the driver returns it
     * @param disposable whether the URL is of a database in memory or in a container
     */
    private record Database(String url, boolean disposable) {}

    private static boolean hasContainer(ApplicationContext application) {
        ClassLoader loader = application.getClassLoader();
        return ClassUtils.isPresent(CONTAINER, loader)
                && application.getBeanNamesForType(ClassUtils.resolveClassName(CONTAINER, loader)).length > 0;
    }

    private static Database database(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            return new Database(
                    url,
                    url.startsWith(CONTAINER_URL) || Dialects.of(connection).isInMemory(url));
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot connect to the test database: " + failure.getMessage(), failure);
        }
    }
}
