package io.retort.internal.journal;

import io.retort.dialect.Catalog;
import io.retort.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a database's catalog. Names are as stored; a null schema is the connection's current schema. */
interface CatalogReader {

    /**
     * Returns the entries of a table, view or sequence and everything that belongs to it; empty if it does not exist.
     */
    List<CatalogLine> lines(@Nullable String schema, String name) throws SQLException;

    /** Returns the entries of a schema: tables, views, sequences, types, routines and triggers. */
    List<CatalogLine> lines(@Nullable String schema) throws SQLException;

    /** Returns the names of all schemas. */
    List<String> schemas() throws SQLException;

    /** Returns the reader for a database. */
    static CatalogReader of(Connection connection, Dialect dialect) {
        Optional<Catalog> catalog = dialect.catalog();
        return catalog.isEmpty()
                ? new MetaDataReader(connection)
                : new ProductCatalogReader(
                        new CatalogQueries(connection, catalog.get().leftOut()), catalog.get(), dialect.identifiers());
    }
}
