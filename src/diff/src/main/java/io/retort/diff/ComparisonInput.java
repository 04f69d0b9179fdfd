package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * The two inputs of a comparison: the model of the entities and the live schema. They are read concurrently, because
 * reading the database mostly waits and reading the entities mostly computes.
 *
 * @param model the model of the entities
 * @param live the schema of the database
 * @param scope the schemas that were read
 */
record ComparisonInput(HibernateModel model, Snapshot live, Scope scope) {

    /** Reads both inputs. The model is read in a separate thread, which has ended when this method returns. */
    static ComparisonInput read(Connection connection, Dialect dialect, Inspector inspector, Metadata metadata)
            throws SQLException {
        String current = currentSchema(connection);
        Scope scope = new Scope(HibernateModel.schemasOf(metadata, dialect, current));
        CompletableFuture<HibernateModel> model = CompletableFuture.supplyAsync(
                () -> HibernateModel.of(metadata, dialect, current), work -> new Thread(work, "retort-model").start());
        try {
            Snapshot live = inspector.inspect(connection, scope);
            return new ComparisonInput(result(model), live, scope);
        } finally {
            model.handle((read, failure) -> "ended").join();
        }
    }

    /** The JDBC drivers of MySQL and MariaDB report a schema as a catalog. */
    static @Nullable String currentSchema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? connection.getCatalog() : schema;
    }

    private static HibernateModel result(CompletableFuture<HibernateModel> model) {
        try {
            return model.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
