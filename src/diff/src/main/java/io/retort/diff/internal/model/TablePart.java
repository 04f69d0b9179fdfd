package io.retort.diff.internal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * A part of a table that a database can reject on its own.
 *
 * @param kind the kind of the part
 * @param columns the column itself, or the columns that a constraint covers; empty for a check constraint of the table,
 *     whose columns are unknown
 * @param element Hibernate's object for a constraint; null if the columns define the part
 */
public record TablePart(
        Kind kind, List<Column> columns, @Nullable Object element) {

    /** The kind of a part. */
    public enum Kind {
        /** A column, without its constraints. */
        COLUMN,
        /** The primary key. */
        PRIMARY_KEY,
        /** The check constraints of a column. */
        COLUMN_CHECKS,
        /** The unique constraint of a column that is declared on the column. */
        COLUMN_UNIQUE,
        /** A unique constraint of the table. */
        UNIQUE,
        /** A check constraint of the table. */
        CHECK
    }

    /** Copies the list. */
    public TablePart {
        columns = List.copyOf(columns);
    }

    /** Returns the parts in the order of the table's statement, with the primary key directly after its columns. */
    static List<TablePart> of(Table table) {
        List<TablePart> parts = new ArrayList<>();
        PrimaryKey key = table.getPrimaryKey();
        Set<Column> keyColumns = key == null ? Set.of() : new HashSet<>(key.getColumns());
        table.getColumns().stream().filter(keyColumns::contains).forEach(column -> addColumn(column, parts));
        if (key != null) {
            parts.add(new TablePart(Kind.PRIMARY_KEY, key.getColumns(), key));
        }
        table.getColumns().stream()
                .filter(column -> !keyColumns.contains(column))
                .forEach(column -> addColumn(column, parts));
        table.getUniqueKeys().values().stream()
                .filter(unique -> unique.getColumns().size() > 1
                        || !unique.getColumns().get(0).isUnique())
                .forEach(unique -> parts.add(new TablePart(Kind.UNIQUE, unique.getColumns(), unique)));
        table.getChecks().forEach(check -> parts.add(new TablePart(Kind.CHECK, List.of(), check)));
        return parts;
    }

    private static void addColumn(Column column, List<TablePart> parts) {
        parts.add(new TablePart(Kind.COLUMN, List.of(column), null));
        if (column.hasCheckConstraint()) {
            parts.add(new TablePart(Kind.COLUMN_CHECKS, List.of(column), column.getCheckConstraints()));
        }
        if (column.isUnique()) {
            parts.add(new TablePart(Kind.COLUMN_UNIQUE, List.of(column), null));
        }
    }

    /** Whether the part only needs columns that are present. */
    public boolean fits(Set<Column> present) {
        return kind == Kind.COLUMN || present.containsAll(columns);
    }

    /** Returns the check constraints of this part; empty if it is another kind of part. */
    public List<CheckConstraint> checks() {
        return switch (kind) {
            case CHECK -> List.of(CheckConstraint.class.cast(element));
            case COLUMN_CHECKS -> columns.get(0).getCheckConstraints();
            default -> List.of();
        };
    }

    /** Returns the unique key of this part; empty if it is another kind of part. */
    Optional<UniqueKey> uniqueKey() {
        return element instanceof UniqueKey key ? Optional.of(key) : Optional.empty();
    }

    /** Returns the part as a clause of a create statement; empty for a column, which the table's exporter renders. */
    Optional<String> definition(Dialect dialect) {
        String names =
                columns.stream().map(column -> column.getQuotedName(dialect)).collect(Collectors.joining(", "));
        return switch (kind) {
            case COLUMN -> Optional.empty();
            case PRIMARY_KEY -> Optional.of("primary key (" + names + ")");
            case COLUMN_UNIQUE, UNIQUE -> Optional.of("unique (" + names + ")");
            case COLUMN_CHECKS, CHECK ->
                Optional.of(checks().stream()
                        .map(check -> "check " + check.getConstraintInParens())
                        .collect(Collectors.joining(" ")));
        };
    }
}
