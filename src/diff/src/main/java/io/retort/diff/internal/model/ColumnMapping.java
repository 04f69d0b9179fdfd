package io.retort.diff.internal.model;

import io.retort.dialect.Dialect;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Default;
import java.util.Locale;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/** Maps a column with all its properties. */
final class ColumnMapping {

    private final Metadata metadata;
    private final org.hibernate.dialect.Dialect hibernate;
    private final Dialect dialect;
    private final ModelNames names;
    private final TypeMapping types;

    ColumnMapping(Metadata metadata, Dialect dialect, ModelNames names, TypeMapping types) {
        this.metadata = metadata;
        this.hibernate = metadata.getDatabase().getDialect();
        this.dialect = dialect;
        this.names = names;
        this.types = types;
    }

    Column column(org.hibernate.mapping.Column column) {
        ColumnDefinition definition = ColumnDefinition.parse(column.getSqlType(metadata));
        String collation = column.getCollation();
        return new Column(
                names.of(column),
                types.type(column, definition.type()),
                nullable(column, definition),
                defaultValue(column, definition),
                generation(column),
                collation == null ? definition.collation() : collation,
                TableMapping.comment(column.getComment()));
    }

    private boolean nullable(org.hibernate.mapping.Column column, ColumnDefinition definition) {
        if (column.getGeneratedAs() != null && !hibernate.supportsNotNullAfterGeneratedAs()) {
            return !definition.notNull();
        }
        return column.isNullable() && !column.isIdentity() && !definition.notNull();
    }

    private @Nullable Default defaultValue(org.hibernate.mapping.Column column, ColumnDefinition definition) {
        if (column.isIdentity()) {
            return null;
        }
        String declared = column.getDefaultValue();
        String text = declared == null ? definition.defaultValue() : hibernate.getColumnDefaultString(declared);
        return text == null ? null : DefaultText.parse(text);
    }

    private @Nullable Generation generation(org.hibernate.mapping.Column column) {
        if (column.isIdentity()) {
            return Generation.Identity.BY_DEFAULT;
        }
        String expression = column.getGeneratedAs();
        return expression == null ? null : new Generation.Computed(expression, stored(expression));
    }

    /** Whether the product stores the values. Hibernate's clause shows it, unless the product always does. */
    private boolean stored(String expression) {
        String clause = hibernate.generatedAs(expression).toLowerCase(Locale.ROOT);
        return clause.endsWith("stored") || clause.endsWith("persistent") || dialect.alwaysStoresGeneratedColumns();
    }
}
