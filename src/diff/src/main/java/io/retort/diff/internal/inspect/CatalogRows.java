package io.retort.diff.internal.inspect;

import static java.util.stream.Collectors.groupingBy;

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
record CatalogRows(
        Map<Place, List<CatalogRow>> columns,
        Map<Place, List<CatalogRow>> constraints,
        Map<Place, Map<String, List<CatalogRow>>> keyColumns,
        Map<Place, Map<String, List<CatalogRow>>> foreignKeys,
        Map<Place, Map<String, List<CatalogRow>>> indexParts) {

    /** A table, identified by its stored names. */
    record Place(String schema, String table) {

        private static Place of(CatalogRow row) {
            return new Place(row.needed("TABLE_SCHEMA"), row.needed("TABLE_NAME"));
        }
    }

    static CatalogRows read(Quirks quirks, String schemas, Quirks.Rows rows) {
        return new CatalogRows(
                grouped(quirks.columns(schemas, rows)),
                grouped(quirks.constraints(schemas, rows)),
                grouped(quirks.keyColumns(schemas, rows), "CONSTRAINT_NAME"),
                grouped(quirks.foreignKeys(schemas, rows), "CONSTRAINT_NAME"),
                grouped(quirks.indexParts(schemas, rows), "INDEX_NAME"));
    }

    private static Map<Place, List<CatalogRow>> grouped(List<CatalogRow> rows) {
        return rows.stream().collect(groupingBy(Place::of));
    }

    private static Map<Place, Map<String, List<CatalogRow>>> grouped(List<CatalogRow> rows, String label) {
        return rows.stream().collect(groupingBy(Place::of, groupingBy(row -> row.needed(label))));
    }

    List<CatalogRow> columns(Place place) {
        return columns.getOrDefault(place, List.of());
    }

    List<CatalogRow> constraints(Place place) {
        return constraints.getOrDefault(place, List.of());
    }

    List<CatalogRow> keyColumns(Place place, String constraint) {
        return keyColumns.getOrDefault(place, Map.of()).getOrDefault(constraint, List.of());
    }

    Collection<List<CatalogRow>> foreignKeys(Place place) {
        return foreignKeys.getOrDefault(place, Map.of()).values();
    }

    Collection<List<CatalogRow>> indexes(Place place) {
        return indexParts.getOrDefault(place, Map.of()).values();
    }
}
