package io.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a product's catalog says, as lines that are equal exactly if no statement changed anything: to be compared, not to
 * be read. What moves without a change to the schema (counters, numbers of rows, statistics) is not in them. Names are as
 * stored.
 */
public interface Catalog {

    /**
     * About one table, view or sequence, with all that belongs to it; none if there is no such thing.
     *
     * @param schema where it is; null for the connection's own
     */
    List<CatalogLine> lines(Connection connection, @Nullable String schema, String name) throws SQLException;

    /**
     * About a whole schema: tables, views, sequences, types, routines, triggers.
     *
     * @param schema null for the connection's own
     */
    List<CatalogLine> lines(Connection connection, @Nullable String schema) throws SQLException;

    /** The names of all schemas. */
    List<String> schemas(Connection connection) throws SQLException;
}
