package io.retort.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index on a table.
 *
 * @param name as typed
 * @param parts what is indexed, in order; empty only in the short form of a drop, where it is not known
 * @param unique whether values may occur only once
 * @param where the rows that are indexed, as an SQL condition; null for all
 * @param method the access method, such as {@code gin}; null for the database's own
 */
public record Index(
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable String where,
        @Nullable String method) {

    /** Where rows without a value are sorted. */
    public enum Nulls {
        /** As the database does by itself. */
        UNSPECIFIED,
        FIRST,
        LAST
    }

    /**
     * One thing that an index sorts by.
     *
     * @param text a column's name as typed, or an expression in SQL
     * @param expression true if {@code text} is an expression
     * @param descending the direction
     * @param nulls where rows without a value are sorted
     */
    public record Part(String text, boolean expression, boolean descending, Nulls nulls) {

        public static Part column(String name) {
            return new Part(name, false, false, Nulls.UNSPECIFIED);
        }

        /** True for a plain ascending column. */
        public boolean plain() {
            return !expression && !descending && nulls == Nulls.UNSPECIFIED;
        }

        @Override
        public String toString() {
            return text
                    + (descending ? " desc" : "")
                    + (nulls == Nulls.UNSPECIFIED ? "" : nulls == Nulls.FIRST ? " nulls first" : " nulls last");
        }
    }

    public Index {
        parts = List.copyOf(parts);
    }

    public Index(String name, List<String> columns) {
        this(name, parts(columns), false, null, null);
    }

    private static List<Part> parts(List<String> columns) {
        List<Part> parts = new ArrayList<>(columns.size());
        for (String column : columns) {
            parts.add(Part.column(column));
        }
        return parts;
    }

    /** With further columns, ascending. */
    public Index on(String... columns) {
        return plus(parts(Arrays.asList(columns)));
    }

    /** With one further column, descending. */
    public Index descending(String column) {
        return plus(List.of(new Part(column, false, true, Nulls.UNSPECIFIED)));
    }

    /** With an expression in SQL. */
    public Index expression(String sql) {
        return plus(List.of(new Part(sql, true, false, Nulls.UNSPECIFIED)));
    }

    /** With an expression in SQL, descending. */
    public Index descendingExpression(String sql) {
        return plus(List.of(new Part(sql, true, true, Nulls.UNSPECIFIED)));
    }

    /** Rows without a value in the last part come first. */
    public Index nullsFirst() {
        return lastPart(Nulls.FIRST);
    }

    /** Rows without a value in the last part come last. */
    public Index nullsLast() {
        return lastPart(Nulls.LAST);
    }

    private Index lastPart(Nulls nulls) {
        if (parts.isEmpty()) {
            throw new IllegalStateException("say what index " + name + " is on before where nulls are sorted");
        }
        List<Part> all = new ArrayList<>(parts);
        Part last = all.remove(all.size() - 1);
        all.add(new Part(last.text(), last.expression(), last.descending(), nulls));
        return new Index(name, all, unique, where, method);
    }

    /** With a part that says everything. */
    public Index part(String text, boolean expression, boolean descending, Nulls nulls) {
        return plus(List.of(new Part(text, expression, descending, nulls)));
    }

    private Index plus(List<Part> more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(more);
        return new Index(name, all, unique, where, method);
    }

    public Index asUnique() {
        return new Index(name, parts, true, where, method);
    }

    public Index where(@Nullable String condition) {
        return new Index(name, parts, unique, condition, method);
    }

    public Index using(@Nullable String accessMethod) {
        return new Index(name, parts, unique, where, accessMethod);
    }

    public Index named(String value) {
        return new Index(value, parts, unique, where, method);
    }

    /** True if the index is no more than a name and some ascending columns. */
    public boolean plain() {
        boolean plain = !unique && where == null && method == null;
        for (Part part : parts) {
            plain &= part.plain();
        }
        return plain;
    }

    /** The index as a person says it, without its table: {@code unique index ix (a, b desc)}. */
    public String description() {
        return (unique ? "unique index " : "index ")
                + name
                + parts.stream().map(Part::toString).collect(Collectors.joining(", ", " (", ")"))
                + (where == null ? "" : " where " + where);
    }
}
