package io.retort.diff.inspect;

import static java.util.stream.Collectors.groupingBy;

import io.retort.diff.inspect.product.Facts;
import io.retort.diff.inspect.product.Quirks;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Catalog rows grouped by the stored names of schema and table. Rows that belong to a key or an index are grouped by
 * its stored name as well.
 *
 * @param columns the columns, in no particular order
 * @param constraints primary keys, unique and check constraints
 * @param keyColumns the columns of primary keys and unique constraints, in key order
 * @param foreignKeys the columns of foreign keys, in key order
 * @param indexParts the parts of indexes, in index order
 */
record ByTable(
        Map<Place, List<Facts>> columns,
        Map<Place, List<Facts>> constraints,
        Map<Place, Map<String, List<Facts>>> keyColumns,
        Map<Place, Map<String, List<Facts>>> foreignKeys,
        Map<Place, Map<String, List<Facts>>> indexParts) {

    /** A table, identified by its stored names. */
    record Place(String schema, String table) {

        private static Place of(Facts row) {
            return new Place(row.needed("TABLE_SCHEMA"), row.needed("TABLE_NAME"));
        }
    }

    static ByTable read(Quirks quirks, String schemas, Quirks.Rows rows) {
        return new ByTable(
                grouped(quirks.columns(schemas, rows)),
                grouped(quirks.constraints(schemas, rows)),
                grouped(quirks.keyColumns(schemas, rows), "CONSTRAINT_NAME"),
                grouped(quirks.foreignKeys(schemas, rows), "CONSTRAINT_NAME"),
                grouped(quirks.indexParts(schemas, rows), "INDEX_NAME"));
    }

    private static Map<Place, List<Facts>> grouped(List<Facts> rows) {
        return rows.stream().collect(groupingBy(Place::of));
    }

    private static Map<Place, Map<String, List<Facts>>> grouped(List<Facts> rows, String label) {
        return rows.stream().collect(groupingBy(Place::of, groupingBy(row -> row.needed(label))));
    }

    List<Facts> columns(Place place) {
        return columns.getOrDefault(place, List.of());
    }

    List<Facts> constraints(Place place) {
        return constraints.getOrDefault(place, List.of());
    }

    List<Facts> keyColumns(Place place, String constraint) {
        return keyColumns.getOrDefault(place, Map.of()).getOrDefault(constraint, List.of());
    }

    Collection<List<Facts>> foreignKeys(Place place) {
        return foreignKeys.getOrDefault(place, Map.of()).values();
    }

    Collection<List<Facts>> indexes(Place place) {
        return indexParts.getOrDefault(place, Map.of()).values();
    }
}
