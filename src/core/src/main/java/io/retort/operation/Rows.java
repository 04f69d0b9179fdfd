package io.retort.operation;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table as values.
 *
 * @param columns the columns that have values
 * @param rows the values of each row, in the order of the columns: strings, numbers, booleans, {@code java.time}
 *     values, UUIDs, byte arrays or null
 */
public record Rows(List<String> columns, List<List<@Nullable Object>> rows) {

    /** No rows. */
    public static final Rows NONE = new Rows(List.of(), List.of());

    /**
     * Copies and checks the rows.
     *
     * @throws IllegalArgumentException if a row has more or fewer values than there are columns, or if a column is named
     *     twice
     */
    public Rows {
        columns = List.copyOf(columns);
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("a column is named twice in " + columns);
        }
        rows = copy(columns, rows);
    }

    static List<List<@Nullable Object>> copy(List<String> columns, List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " values for " + columns.size() + " columns " + columns);
            }
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        return List.copyOf(copies);
    }

    /** Returns whether there is no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Returns the values of some columns.
     *
     * @throws IllegalArgumentException if one of them is not a column of these rows, although there are rows
     */
    Rows only(List<String> some) {
        List<Integer> places = some.stream().map(this::place).toList();
        return new Rows(
                some,
                rows.stream()
                        .map(row -> {
                            List<@Nullable Object> values = new ArrayList<>();
                            places.forEach(place -> values.add(row.get(place)));
                            return values;
                        })
                        .toList());
    }

    private int place(String column) {
        int place = columns.indexOf(column);
        if (place < 0 && !isEmpty()) {
            throw new IllegalArgumentException("the column " + column + " is not one of " + columns);
        }
        return place;
    }

    /** Returns these rows without those that are also among others with the same columns. */
    Rows without(Rows others) {
        Set<List<@Nullable Object>> gone = new HashSet<>();
        others.rows.forEach(row -> gone.add(comparable(row)));
        return new Rows(
                columns,
                rows.stream().filter(row -> !gone.contains(comparable(row))).toList());
    }

    /** Numbers by their values, whatever their class; byte arrays by their content. */
    static List<@Nullable Object> comparable(List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>();
        row.forEach(value -> values.add(comparable(value)));
        return values;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    /** Returns the columns that are not among the given ones, in order. */
    List<String> columnsBut(List<String> some) {
        Set<String> rest = new LinkedHashSet<>(columns);
        some.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
