package io.retort.run.catalog;

import io.retort.dialect.Catalog;
import io.retort.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a database what it has. Names are as stored; a schema that is null is the connection's own. */
public interface Facts {

    /** About one table, view or sequence, with all that belongs to it; none if there is no such thing. */
    List<CatalogLine> lines(@Nullable String schema, String name) throws SQLException;

    /** About a whole schema: tables, views, sequences, types, routines, triggers. */
    List<CatalogLine> lines(@Nullable String schema) throws SQLException;

    /** The names of all schemas. */
    List<String> schemas() throws SQLException;

    /** Asks this database. */
    static Facts of(Connection connection, Dialect dialect) {
        Optional<Catalog> catalog = dialect.catalog();
        return catalog.isEmpty()
                ? new MetaDataFacts(connection)
                : new CatalogFacts(new Rows(connection, catalog.get().leftOut()), catalog.get(), dialect.identifiers());
    }
}
