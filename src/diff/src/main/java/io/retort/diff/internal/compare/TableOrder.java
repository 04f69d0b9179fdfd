package io.retort.diff.internal.compare;

import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Sorts tables by their foreign keys. */
final class TableOrder {

    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    private final Set<QualifiedName> entered = new HashSet<>();
    private final Set<QualifiedName> left = new HashSet<>();
    private final List<Table> ordered = new ArrayList<>();
    private boolean cycle;

    private TableOrder(List<Table> all) {
        all.forEach(table -> tables.put(table.name(), table));
        tables.values().forEach(this::visit);
    }

    /** Returns the tables with referenced ones first. A cycle is broken at an arbitrary point. */
    static List<Table> referencedFirst(List<Table> tables) {
        return new TableOrder(tables).ordered;
    }

    /** Whether tables reference each other in a cycle; a table that references itself does not count. */
    static boolean hasCycle(List<Table> tables) {
        return new TableOrder(tables).cycle;
    }

    private void visit(Table table) {
        if (!entered.add(table.name())) {
            cycle |= !left.contains(table.name());
            return;
        }
        table.constraintsOf(ForeignKey.class)
                .map(ForeignKey::referencedTable)
                .filter(target -> tables.containsKey(target) && !target.equals(table.name()))
                .distinct()
                .sorted()
                .map(tables::get)
                .filter(Objects::nonNull)
                .forEach(this::visit);
        left.add(table.name());
        ordered.add(table);
    }
}
