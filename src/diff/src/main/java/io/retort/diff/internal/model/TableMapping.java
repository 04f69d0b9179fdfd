package io.retort.diff.internal.model;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/** Maps a table with its columns, constraints and indexes. */
final class TableMapping {

    private final ModelNames names;
    private final Dialect dialect;
    private final ColumnMapping columns;
    private final KeyMapping keys;
    private final CheckMapping checks;
    private final IndexMapping indexes;

    /**
     * Creates the mapping for the tables of a model.
     *
     * @param metadata the entities, completely bound
     * @param dialect the product for which the metadata was built
     * @param names the names of the same metadata
     * @param ddl the statements of the same metadata
     */
    public TableMapping(Metadata metadata, Dialect dialect, ModelNames names, ModelDdl ddl) {
        this.names = names;
        this.dialect = dialect;
        this.columns = new ColumnMapping(metadata, dialect, names, new TypeMapping(metadata, dialect, names));
        this.keys = new KeyMapping(metadata, names, ddl);
        this.checks = new CheckMapping(metadata, names, dialect.identifiers());
        this.indexes = new IndexMapping(metadata.getDatabase(), names, dialect.syntax());
    }

    /** Returns the table, with the columns in the order of Hibernate's statement. */
    public Table table(org.hibernate.mapping.Table table) {
        List<Column> mapped = table.getColumns().stream().map(columns::column).toList();
        List<Constraint> constraints = new ArrayList<>();
        keys.primaryKey(table).ifPresent(constraints::add);
        constraints.addAll(keys.uniques(table));
        constraints.addAll(checks.checks(table));
        constraints.addAll(keys.foreignKeys(table));
        List<Index> mappedIndexes =
                table.getIndexes().values().stream().map(indexes::index).toList();
        return new Table(
                names.of(table), mapped, constraints, mappedIndexes, comment(table.getComment()), options(table));
    }

    /** The collation of a table, on products where tables have one. */
    private List<String> options(org.hibernate.mapping.Table table) {
        String collation = collation(table.getOptions() == null ? "" : table.getOptions());
        return dialect.tablesHaveCollations() && collation != null ? List.of("collate " + collation) : List.of();
    }

    private static @Nullable String collation(String options) {
        TokenCursor cursor = new TokenCursor(options, SqlSyntax.STANDARD);
        while (!cursor.atEnd()) {
            if (cursor.take("collate")) {
                cursor.take("=");
                SqlToken name = cursor.take();
                return name.kind() == SqlLexer.Kind.STRING ? SqlValues.text(name) : name.name();
            }
            cursor.take();
        }
        return null;
    }

    /** The comment as the database returns it. Apostrophes can be doubled in the mapping, as Hibernate requires. */
    static @Nullable String comment(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text.replace("''", "'");
    }
}
