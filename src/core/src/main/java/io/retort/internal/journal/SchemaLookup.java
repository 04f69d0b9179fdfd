package io.retort.internal.journal;

import io.retort.dialect.Dialect;
import io.retort.internal.session.JdbcQueries;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schema that a name without one means, in a session that a revision may have led elsewhere with {@code use},
 * {@code set schema} or {@code set search_path}. Names are as stored.
 */
public final class SchemaLookup {

    private final Connection connection;
    private final Dialect dialect;

    /** Creates a lookup on a connection. */
    public SchemaLookup(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The schema of a table, or the one in which it would be created; null if the product has no schemas. */
    public @Nullable String of(String table) throws SQLException {
        String name = dialect.identifiers().sql(new QualifiedName(null, new Identifier(table, true).typed()));
        Optional<String> query = dialect.sessions().schemaOf(name);
        return query.isPresent() ? new JdbcQueries(connection).text(query.get()).orElse(null) : connection.getSchema();
    }

    /** The schema in which objects are created; MySQL's driver does not follow {@code use}, so the server is asked. */
    @Nullable
    String current() throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? of("any") : schema;
    }
}
