package io.retort.diff.model.ddl;

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
 * A part of a table that a database may refuse by itself.
 *
 * @param kind what it is
 * @param columns the columns that it is, or that it is over; those of a table's own condition are not known
 * @param element Hibernate's object for what is no column; null where the columns say it all
 */
public record TablePart(
        Kind kind, List<Column> columns, @Nullable Object element) {

    /** What a part is. */
    public enum Kind {
        COLUMN,
        PRIMARY_KEY,
        COLUMN_CHECKS,
        COLUMN_UNIQUE,
        UNIQUE,
        CHECK
    }

    public TablePart {
        columns = List.copyOf(columns);
    }

    /** A table's parts in the order of its statement, the primary key right behind its columns. */
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

    /** Whether it says something only about columns that are among these. */
    public boolean fits(Set<Column> present) {
        return kind == Kind.COLUMN || present.containsAll(columns);
    }

    /** The conditions that it is; none for what is no condition. */
    public List<CheckConstraint> checks() {
        return switch (kind) {
            case CHECK -> List.of(CheckConstraint.class.cast(element));
            case COLUMN_CHECKS -> columns.get(0).getCheckConstraints();
            default -> List.of();
        };
    }

    /** The unique key behind it, where it is one of the table's own. */
    Optional<UniqueKey> uniqueKey() {
        return kind == Kind.UNIQUE ? Optional.of(UniqueKey.class.cast(element)) : Optional.empty();
    }

    /** Its words in a create statement; empty for a column, which its table's exporter writes. */
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
