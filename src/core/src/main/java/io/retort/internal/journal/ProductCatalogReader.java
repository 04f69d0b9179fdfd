package io.retort.internal.journal;

import io.retort.dialect.Catalog;
import io.retort.dialect.Identifiers;
import io.retort.schema.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalog views of a product.
 */
final class ProductCatalogReader implements CatalogReader {

    private final CatalogQueries rows;
    private final Catalog catalog;
    private final Identifiers identifiers;

    /**
     * @param rows sends the queries
     * @param catalog the catalog views
     * @param identifiers quotes names
     */
    ProductCatalogReader(CatalogQueries rows, Catalog catalog, Identifiers identifiers) {
        this.rows = rows;
        this.catalog = catalog;
        this.identifiers = identifiers;
    }

    @Override
    public List<CatalogLine> lines(@Nullable String schema, String name) throws SQLException {
        String owner = schema == null ? rows.ownSchema() : schema;
        List<CatalogLine> lines = new ArrayList<>();
        for (Catalog.View view : catalog.views()) {
            if (view.table() != null) {
                String query = "select * from " + view.name() + " where " + view.schema() + " = ? and " + view.table()
                        + " = ?";
                lines.addAll(sorted(rows.lines(view.name(), query, owner, name)));
            }
        }
        Optional<Catalog.Show> show = catalog.show();
        if (show.isPresent()) {
            lines.addAll(shown(show.get(), owner, name));
        }
        return lines;
    }

    @Override
    public List<CatalogLine> lines(@Nullable String schema) throws SQLException {
        String owner = schema == null ? rows.ownSchema() : schema;
        List<CatalogLine> lines = new ArrayList<>();
        for (Catalog.View view : catalog.views()) {
            String query = "select * from " + view.name() + " where " + view.schema() + " = ?";
            lines.addAll(sorted(rows.lines(view.name(), query, owner)));
        }
        Optional<Catalog.Show> show = catalog.show();
        if (show.isPresent()) {
            for (String table : rows.texts(show.get().tables(), owner)) {
                lines.addAll(shown(show.get(), owner, table));
            }
        }
        return lines;
    }

    @Override
    public List<String> schemas() throws SQLException {
        return rows.texts(catalog.schemas());
    }

    private List<CatalogLine> shown(Catalog.Show show, String schema, String name) throws SQLException {
        String command = show.command() + quoted(schema) + "." + quoted(name);
        try (Statement statement = rows.connection().createStatement();
                ResultSet shown = statement.executeQuery(command)) {
            shown.next();
            String text = show.counter().matcher(shown.getString(2)).replaceAll("");
            return Arrays.stream(text.split("\\R"))
                    .map(line -> new CatalogLine(name + ": " + line.strip().replaceFirst(",$", "")))
                    .toList();
        } catch (SQLException e) {
            if (show.missing().equals(e.getSQLState())) {
                return List.of();
            }
            if (show.broken() == e.getErrorCode()) {
                return List.of(new CatalogLine(name + ": a view of an object that does not exist"));
            }
            throw e;
        }
    }

    private String quoted(String stored) {
        return identifiers.sql(new Identifier(stored, true).typed());
    }

    /** A view returns rows in any order; the text of a table has its columns in theirs. */
    private static List<CatalogLine> sorted(List<CatalogLine> lines) {
        return lines.stream().sorted(Comparator.comparing(CatalogLine::text)).toList();
    }
}
