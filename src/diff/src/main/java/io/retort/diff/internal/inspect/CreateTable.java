package io.retort.diff.internal.inspect;

import io.retort.dialect.Identifiers;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code create table} statements. Other parts of Retort need a name for every constraint but the
 * primary key. A constraint without a name therefore gets one that is derived from its content.
 */
final class CreateTable {

    private final StatementCursor cursor;
    private final ColumnDefinitionReader columnText;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<String> keyOptions = new ArrayList<>();
    private String name = "";

    private CreateTable(StatementCursor cursor, Function<String, SqlType> types) {
        this.cursor = cursor;
        this.columnText = new ColumnDefinitionReader(cursor, types, keyOptions::add);
    }

    /**
     * Parses a statement.
     *
     * @param sql the statement, as SQLite stores it
     * @param identifiers the rules for names
     * @param types returns the type for a type text in lower case
     * @return the table, without indexes
     */
    public static Table read(String sql, Identifiers identifiers, Function<String, SqlType> types) {
        return new CreateTable(new StatementCursor(sql, identifiers), types).table();
    }

    private Table table() {
        cursor.skipPast("table");
        cursor.take("if", "not", "exists");
        name = cursor.name();
        cursor.take("(");
        while (!cursor.take(")")) {
            element();
            cursor.take(",");
        }
        List<String> options = options();
        constraints.sort(Comparator.comparing(CreateTable::sort).thenComparing(c -> String.valueOf(c.name())));
        return new Table(
                new QualifiedName(null, name),
                options.contains("without rowid")
                        ? columns
                        : columns.stream().map(this::counting).toList(),
                constraints,
                List.of(),
                null,
                options);
    }

    /** Reads the options after the columns. */
    private List<String> options() {
        List<String> options = new ArrayList<>(keyOptions);
        while (cursor.hasNext()) {
            if (cursor.take("without", "rowid")) {
                options.add("without rowid");
            } else if (cursor.take("strict")) {
                options.add("strict");
            } else {
                cursor.word();
            }
        }
        return options;
    }

    private static int sort(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return 0;
        }
        return constraint instanceof Constraint.Unique ? 1 : constraint instanceof Constraint.ForeignKey ? 2 : 3;
    }

    /** SQLite numbers a primary key of one column by itself if its type is exactly {@code integer}. */
    private Column counting(Column column) {
        boolean rowNumber = column.generation() == null
                && column.nullable()
                && column.type().equals(SqlType.of(SqlType.Kind.INTEGER))
                && constraints.stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.PrimaryKey key
                                && key.columns().equals(List.of(column.name())));
        return rowNumber ? column.withGeneration(Identity.BY_DEFAULT) : column;
    }

    private void element() {
        String given = cursor.take("constraint") ? cursor.name() : null;
        if (cursor.at("primary", "key") || cursor.at("unique") || cursor.at("check") || cursor.at("foreign", "key")) {
            constraints.add(constraint(given, null));
        } else {
            column();
        }
    }

    private void column() {
        String column = cursor.name();
        columns.add(columnText.read(column, given -> constraints.add(constraint(given, column))));
    }

    /** Reads a table constraint, or a constraint within the definition of the given column. */
    private Constraint constraint(@Nullable String given, @Nullable String column) {
        if (cursor.take("primary", "key")) {
            return new Constraint.PrimaryKey(given, columns("primary key", column));
        }
        if (cursor.take("unique")) {
            List<String> unique = columns("unique", column);
            return new Constraint.Unique(given == null ? invented("uk", String.join("_", unique)) : given, unique);
        }
        if (cursor.take("check")) {
            String made = invented("ck", String.valueOf(constraints.size() + columns.size()));
            String condition = cursor.parenthesized();
            cursor.conflict();
            return new Constraint.Check(given == null ? made : given, condition);
        }
        cursor.take("foreign", "key");
        List<String> referring = column == null ? cursor.names() : List.of(column);
        String made = invented("fk", String.join("_", referring));
        return ReferencesReader.read(cursor, given == null ? made : given, referring);
    }

    /** The columns of a key; the option contains the rest of its definition. */
    private List<String> columns(String key, @Nullable String column) {
        if (column != null) {
            return List.of(column);
        }
        List<String> names = new ArrayList<>();
        String parts = cursor.keyParts(names);
        String conflict = cursor.conflict();
        if (!conflict.isEmpty() || !parts.equals(String.join(", ", names))) {
            keyOptions.add(key + " (" + parts + ")" + conflict);
        }
        return names;
    }

    private String invented(String sort, String what) {
        return (sort + "_" + name + "_" + what).replaceAll("[^\\p{L}\\p{N}_]", "");
    }
}
