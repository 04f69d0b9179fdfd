package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.inspect.Inspector;
import io.retort.diff.inspect.Scope;
import io.retort.diff.model.HibernateModel;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a comparison. They are read at the same time: one waits for the database, the other one computes.
 *
 * @param model what the entities ask for
 * @param live what the database has
 */
record Sides(HibernateModel model, Snapshot live) {

    /** Reads them, the model in a thread of its own, which has ended when this returns. */
    static Sides read(Connection connection, Dialect dialect, Inspector inspector, Metadata metadata)
            throws SQLException {
        String current = currentSchema(connection);
        Scope scope = new Scope(HibernateModel.schemasOf(metadata, dialect, current));
        CompletableFuture<HibernateModel> model = CompletableFuture.supplyAsync(
                () -> HibernateModel.of(metadata, dialect, current), work -> new Thread(work, "retort-model").start());
        try {
            Snapshot live = inspector.inspect(connection, scope);
            return new Sides(result(model), live);
        } finally {
            model.handle((read, failure) -> "ended").join();
        }
    }

    /** MySQL and MariaDB call a schema a catalog. */
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
