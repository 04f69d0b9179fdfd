package io.retort.diff.inspect;

import io.retort.dialect.Dialect;
import io.retort.diff.inspect.product.Quirks;
import io.retort.schema.Snapshot;
import java.sql.Connection;

/** Reads what a database has. */
public interface Inspector {

    /**
     * Everything in the connection's current schema, whose names come without a schema, and in the scope's further ones.
     * Names come in their plainest typed spelling. What the connection has changed and not committed is seen; nothing is
     * changed, committed or rolled back.
     *
     * @throws io.retort.error.RetortException if anything cannot be read, with the database's words
     */
    Snapshot inspect(Connection connection, Scope scope);

    /**
     * The inspector for a dialect's product.
     *
     * @throws io.retort.error.RetortException if there is none
     */
    static Inspector of(Dialect dialect) {
        return dialect.name().equals("sqlite")
                ? new SqliteInspector(dialect)
                : new CatalogInspector(Quirks.of(dialect.name()), dialect.identifiers());
    }
}
