package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    static ComparisonInput read(
            Connection connection, Dialect dialect, Inspector inspector, Metadata metadata, HistoryOwnership history)
            throws SQLException {
        String current = currentSchema(connection);
        List<String> schemas = HibernateModel.schemasOf(metadata, dialect, current);
        List<String> former = history.schemas().stream()
                .filter(schema -> !schemas.contains(schema)
                        && !dialect.identifiers().stored(schema).equals(current))
                .toList();
        Scope scope = new Scope(Stream.concat(schemas.stream(), former.stream()).toList());
        CompletableFuture<HibernateModel> model = CompletableFuture.supplyAsync(
                () -> HibernateModel.of(metadata, dialect, current), work -> new Thread(work, "retort-model").start());
        try {
            Snapshot live = inspector.inspect(connection, scope);
            return new ComparisonInput(result(model), ofHistory(live, former, history), scope);
        } finally {
            model.handle((read, failure) -> "ended").join();
        }
    }

    /** In a schema that the entities no longer use, only what a revision created is compared. */
    private static Snapshot ofHistory(Snapshot live, List<String> former, HistoryOwnership history) {
        Predicate<QualifiedName> compared = name -> !former.contains(name.schema()) || history.test(name);
        return former.isEmpty()
                ? live
                : new Snapshot(
                        live.tables().stream()
                                .filter(table -> compared.test(table.name()))
                                .toList(),
                        live.sequences().stream()
                                .filter(sequence -> compared.test(sequence.name()))
                                .toList(),
                        live.enumTypes().stream()
                                .filter(type -> compared.test(type.name()))
                                .toList());
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
