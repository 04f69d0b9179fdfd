package io.retort.diff.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** The unique keys of a table, one for each set of columns. */
final class UniqueKeys {

    private UniqueKeys() {}

    /**
     * Returns the keys, in Hibernate's order. If a column is unique by its annotation and by a constraint of the table,
     * the one with an explicit name is kept. Hibernate also creates only one of them.
     *
     * @param table the table
     */
    public static List<UniqueKey> of(Table table) {
        Map<List<Column>, UniqueKey> byColumns = new LinkedHashMap<>();
        table.getUniqueKeys().values().forEach(key -> byColumns.merge(key.getColumns(), key, UniqueKeys::better));
        return new ArrayList<>(byColumns.values());
    }

    private static UniqueKey better(UniqueKey first, UniqueKey second) {
        return second.isNameExplicit() && !first.isNameExplicit() ? second : first;
    }
}
