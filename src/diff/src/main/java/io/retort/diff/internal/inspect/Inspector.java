package io.retort.diff.internal.inspect;

import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.util.List;

/** Reads the schema of a database. */
public interface Inspector {

    /**
     * Reads everything in the current schema of a connection and in the further schemas of a scope.
     *
     * <p>Names of the current schema are returned without it. All names are returned in their shortest valid spelling.
     * Uncommitted changes of the connection are visible. The inspection changes, commits and rolls back nothing.
     *
     * @param connection a connection to the database
     * @param scope the further schemas to read
     * @return the schema
     * @throws io.retort.error.RetortException if something cannot be read; the message contains the error of the
     *     database
     */
    Snapshot inspect(Connection connection, Scope scope);

    /**
     * The indexes that {@link #inspect} reads only in part, each with the statement that creates the full index.
     *
     * @throws io.retort.error.RetortException if they cannot be read, with the database's words
     */
    List<IndexDefinition> indexDefinitions(Connection connection, Scope scope);
}
