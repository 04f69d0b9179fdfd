package io.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name the name, written as in SQL
 * @param parts the indexed columns and expressions, in order; empty only in a drop by name, where they are not known
 * @param unique whether the index is unique
 * @param where the condition of a partial index, in SQL; null for all rows
 * @param method the access method, for example {@code gin}; null for the product's default
 */
public record Index(
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable String where,
        @Nullable String method) {

    /**
     * An index that is created or dropped without blocking other sessions.
     *
     * @param index the index
     */
    public record Concurrent(Index index) {}

    /** Where rows with null are sorted. */
    public enum Nulls {
        /** The product's default. */
        UNSPECIFIED,
        /** Before all values. */
        FIRST,
        /** After all values. */
        LAST
    }

    /**
     * One column or expression of an index.
     *
     * @param text a column's name, written as in SQL, or an SQL expression
     * @param expression whether {@code text} is an expression
     * @param descending whether the part is sorted in descending order
     * @param nulls where rows with null are sorted
     */
    public record Part(String text, boolean expression, boolean descending, Nulls nulls) {

        /** Returns an ascending column. */
        public static Part column(String name) {
            return new Part(name, false, false, Nulls.UNSPECIFIED);
        }

        /** Returns whether this is an ascending column without a position of nulls. */
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

    /** Creates an index on ascending columns. */
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

    /** Returns a copy with a further ascending column. */
    public Index ascending(String column) {
        return plus(List.of(Part.column(column)));
    }

    /** Returns a copy with a further descending column. */
    public Index descending(String column) {
        return plus(List.of(new Part(column, false, true, Nulls.UNSPECIFIED)));
    }

    /** Returns a copy with a further SQL expression: {@code expression("lower(email)")} (PostgreSQL, MySQL, SQLite). */
    public Index expression(String sql) {
        return plus(List.of(new Part(sql, true, false, Nulls.UNSPECIFIED)));
    }

    /** Returns a copy with a further SQL expression in descending order (PostgreSQL, MySQL, SQLite). */
    public Index descendingExpression(String sql) {
        return plus(List.of(new Part(sql, true, true, Nulls.UNSPECIFIED)));
    }

    /**
     * Returns a copy whose last part sorts nulls first (PostgreSQL, H2).
     *
     * @throws IllegalStateException if the index has no part yet
     */
    public Index nullsFirst() {
        return lastPart(Nulls.FIRST);
    }

    /**
     * Returns a copy whose last part sorts nulls last (PostgreSQL, H2).
     *
     * @throws IllegalStateException if the index has no part yet
     */
    public Index nullsLast() {
        return lastPart(Nulls.LAST);
    }

    private Index lastPart(Nulls nulls) {
        if (parts.isEmpty()) {
            throw new IllegalStateException("set the parts of index " + name + " before the order of nulls");
        }
        List<Part> all = new ArrayList<>(parts);
        Part last = all.remove(all.size() - 1);
        all.add(new Part(last.text(), last.expression(), last.descending(), nulls));
        return new Index(name, all, unique, where, method);
    }

    /**
     * Returns a copy with a further part.
     *
     * @param text a column's name, written as in SQL, or an SQL expression
     * @param expression whether {@code text} is an expression
     * @param descending whether the part is sorted in descending order
     * @param nulls where rows with null are sorted
     */
    public Index part(String text, boolean expression, boolean descending, Nulls nulls) {
        return plus(List.of(new Part(text, expression, descending, nulls)));
    }

    private Index plus(List<Part> more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(more);
        return new Index(name, all, unique, where, method);
    }

    /** Returns a copy as a unique index. */
    public Index asUnique() {
        return new Index(name, parts, true, where, method);
    }

    /**
     * Returns a copy as a partial index (PostgreSQL, SQLite, SQL Server).
     *
     * @param condition the condition in SQL; null for all rows
     */
    public Index where(@Nullable String condition) {
        return new Index(name, parts, unique, condition, method);
    }

    /**
     * Returns a copy with an access method (PostgreSQL, MySQL, MariaDB).
     *
     * @param accessMethod for example {@code gin}; null for the product's default
     */
    public Index using(@Nullable String accessMethod) {
        return new Index(name, parts, unique, where, accessMethod);
    }

    /**
     * Returns this index for a creation or drop that does not block other sessions. PostgreSQL runs it outside a
     * transaction; the other products create or drop it in the ordinary way.
     */
    public Concurrent concurrently() {
        return new Concurrent(this);
    }

    /** Returns a copy with another name. */
    public Index named(String value) {
        return new Index(value, parts, unique, where, method);
    }

    /**
     * Returns whether the index is not unique and consists of ascending columns only, without a condition or access
     * method.
     */
    public boolean plain() {
        boolean plain = !unique && where == null && method == null;
        for (Part part : parts) {
            plain &= part.plain();
        }
        return plain;
    }

    /** Returns a description without the table, for messages: {@code unique index ix (a, b desc)}. */
    public String description() {
        return (unique ? "unique index " : "index ")
                + name
                + parts.stream().map(Part::toString).collect(Collectors.joining(", ", " (", ")"))
                + (where == null ? "" : " where " + where);
    }
}
