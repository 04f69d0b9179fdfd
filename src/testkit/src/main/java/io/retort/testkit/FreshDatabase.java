package io.retort.testkit;

import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The database of one invocation: created before it, injected as a parameter, dropped after it.
 *
 * <p>It is created in a callback and not when the parameter is resolved, because an aborted resolution counts as a
 * failure.
 */
final class FreshDatabase
        implements BeforeEachCallback, AfterEachCallback, ParameterResolver, TestExecutionExceptionHandler {

    /** Shows on which database a test failed, because Surefire shows only a number. */
    private static final class FailedOn extends Exception {

        FailedOn(DatabaseServer server) {
            super(server.toString(), null, false, false);
        }
    }

    private final TestDatabase database;
    private @Nullable TestDb db;

    FreshDatabase(TestDatabase database) {
        this.database = database;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        DatabaseServer server = database.server();
        context.publishReportEntry(Map.of(
                "database", database.toString(),
                "version", server.version(),
                "provider", server.provider().toString()));
        db = server.newDatabase();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (db != null) {
            db.close();
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new FailedOn(database.server()));
        throw failure;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDb.class
                && !(parameter.getDeclaringExecutable() instanceof Constructor);
    }

    @Override
    public TestDb resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(db, "a database is there from beforeEach on");
    }
}
