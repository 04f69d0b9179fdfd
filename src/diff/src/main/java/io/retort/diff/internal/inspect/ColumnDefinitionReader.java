package io.retort.diff.internal.inspect;

import io.retort.internal.sql.SqlValues;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Default;
import io.retort.schema.SqlType;
import io.retort.sql.SqlSyntax;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the part of a column definition that follows the name. */
final class ColumnDefinitionReader {

    private static final Set<String> AFTER_TYPE = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as",
            ",",
            ")");

    private final StatementCursor cursor;
    private final Function<String, SqlType> types;
    private final Consumer<String> keyOptions;

    /**
     * @param cursor the position in the statement
     * @param types returns the type for a type text in lower case
     * @param keyOptions accepts the options of a key, in addition to its columns
     */
    ColumnDefinitionReader(StatementCursor cursor, Function<String, SqlType> types, Consumer<String> keyOptions) {
        this.cursor = cursor;
        this.types = types;
        this.keyOptions = keyOptions;
    }

    /** Reads the constraint at the cursor; receives its name, or null. */
    interface Constraints extends Consumer<@Nullable String> {}

    Column read(String name, Constraints constraints) {
        Column column = new Column(name, types.apply(type()));
        String given = null;
        while (cursor.hasNext() && !cursor.at(",") && !cursor.at(")")) {
            if (cursor.take("constraint")) {
                given = cursor.name();
            } else if (isConstraint()) {
                String key = cursor.at("primary") ? "primary key" : cursor.at("unique") ? "unique" : "";
                constraints.accept(given);
                given = null;
                column = behindKey(column, key);
            } else {
                column = aspect(column);
                given = null;
            }
        }
        return column;
    }

    private String type() {
        int start = cursor.position();
        boolean any = false;
        while (cursor.hasNext() && AFTER_TYPE.stream().noneMatch(cursor::at)) {
            if (cursor.at("(")) {
                cursor.parenthesized();
            } else {
                cursor.word();
            }
            any = true;
        }
        String text = any ? cursor.textFrom(start) : "";
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([(),]) ?", "$1")
                .replaceAll("\\)(?=\\w)", ") ");
    }

    private boolean isConstraint() {
        return cursor.at("primary", "key") || cursor.at("unique") || cursor.at("check") || cursor.at("references");
    }

    private Column behindKey(Column column, String key) {
        Column sorted = column;
        String order = cursor.take("desc") ? " desc" : "";
        cursor.take("asc");
        String conflict = cursor.conflict();
        if (!key.isEmpty() && !(order + conflict).isEmpty()) {
            keyOptions.accept(key + " (" + column.name() + order + ")" + conflict);
        }
        if (cursor.take("autoincrement")) {
            sorted = column.withGeneration(new Identity(true, 1, 1));
        }
        return sorted;
    }

    private Column aspect(Column column) {
        if (cursor.take("not", "null")) {
            String conflict = cursor.conflict();
            if (!conflict.isEmpty()) {
                keyOptions.accept("not null (" + column.name() + ")" + conflict);
            }
            return column.notNull();
        }
        if (cursor.take("default")) {
            return column.withDefault(defaultValue());
        }
        if (cursor.take("collate")) {
            return column.collation(cursor.name());
        }
        if (cursor.take("generated", "always", "as") || cursor.take("as")) {
            String expression = cursor.parenthesized();
            boolean stored = cursor.take("stored");
            cursor.take("virtual");
            return column.withGeneration(new Computed(expression, stored));
        }
        cursor.word();
        return column;
    }

    private @Nullable Default defaultValue() {
        if (cursor.at("(")) {
            return value(cursor.parenthesized(), true);
        }
        int start = cursor.position();
        if (cursor.take("-") || cursor.take("+") || cursor.hasNext()) {
            cursor.word();
        }
        return value(cursor.textFrom(start), false);
    }

    private static @Nullable Default value(String text, boolean expression) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return new Default.Literal(Boolean.valueOf(lower));
        }
        if (SqlValues.isString(text, SqlSyntax.STANDARD) && text.startsWith("'")) {
            return new Default.Literal(SqlValues.text(SqlValues.tokens(text).get(0)));
        }
        Number whole = CatalogSqlText.integer(text);
        if (whole != null) {
            return new Default.Literal(whole);
        }
        return lower.equals("null") ? null : new Default.Expression(text);
    }
}
