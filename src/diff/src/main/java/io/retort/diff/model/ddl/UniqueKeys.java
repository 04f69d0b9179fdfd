package io.retort.diff.model.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** The unique keys of a table, each set of columns once. */
public final class UniqueKeys {

    private UniqueKeys() {}

    /**
     * The keys, in Hibernate's order. Where a column is unique by its own annotation and again by a constraint of the
     * table, the one that was given a name stands for both: Hibernate's create makes one of them, too.
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
