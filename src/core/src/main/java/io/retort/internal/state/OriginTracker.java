package io.retort.internal.state;

import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Records which revision created and last changed each object, by comparing the schema before and after an operation. */
final class OriginTracker {

    private final Map<SchemaObject, Origin> origins = new HashMap<>();
    private final Map<SchemaObject, Dropped> dropped = new HashMap<>();

    Map<SchemaObject, Origin> origins() {
        return Map.copyOf(origins);
    }

    Map<SchemaObject, Dropped> dropped() {
        return Map.copyOf(dropped);
    }

    void record(String revision, Operation operation, Snapshot before, Snapshot after) {
        Map<SchemaObject, Object> gone = new LinkedHashMap<>();
        Map<SchemaObject, Object> come = new LinkedHashMap<>();
        collect(before, after, gone, come);
        UnaryOperator<SchemaObject> renamed = operation.accept(new Renames());
        Map<SchemaObject, Origin> known = new HashMap<>();
        Map<SchemaObject, Object> definitions = new HashMap<>();
        gone.forEach((object, definition) -> {
            Origin origin = origins.remove(object);
            if (origin != null) {
                known.put(renamed.apply(object), origin);
                definitions.put(renamed.apply(object), definition);
            }
        });
        come.forEach((object, definition) -> {
            Origin origin = known.get(object);
            Origin now = origin == null
                    ? new Origin(revision, revision)
                    : definition.equals(definitions.get(object)) ? origin : origin.changedBy(revision);
            origins.put(object, now);
            dropped.remove(object);
        });
        known.keySet().removeAll(come.keySet());
        if (gone.keySet().stream().anyMatch(object -> isRenamedTable(object, renamed))) {
            renameDropped(renamed);
        }
        known.forEach((object, origin) -> dropped.put(object, new Dropped(origin, revision)));
    }

    private static boolean isRenamedTable(SchemaObject object, UnaryOperator<SchemaObject> renamed) {
        return object.kind() == SchemaObject.Kind.TABLE
                && !renamed.apply(object).equals(object);
    }

    /** A dropped column is found by the present name of its table. */
    private void renameDropped(UnaryOperator<SchemaObject> renamed) {
        Map<SchemaObject, Dropped> former = new HashMap<>(dropped);
        dropped.clear();
        former.forEach((object, drop) -> dropped.put(renamed.apply(object), drop));
    }

    /** Collects the objects of every table that is not the same instance, which is nearly always one table. */
    private static void collect(
            Snapshot before, Snapshot after, Map<SchemaObject, Object> gone, Map<SchemaObject, Object> come) {
        changed(before.tables(), after.tables(), Table::name).forEach(name -> {
            before.table(name).ifPresent(table -> parts(table, gone));
            after.table(name).ifPresent(table -> parts(table, come));
        });
        changed(before.sequences(), after.sequences(), sequence -> sequence.name())
                .forEach(name -> {
                    before.sequence(name).ifPresent(found -> gone.put(SchemaObject.sequence(name), found));
                    after.sequence(name).ifPresent(found -> come.put(SchemaObject.sequence(name), found));
                });
        changed(before.enumTypes(), after.enumTypes(), type -> type.name()).forEach(name -> {
            before.enumType(name).ifPresent(found -> gone.put(SchemaObject.enumType(name), found));
            after.enumType(name).ifPresent(found -> come.put(SchemaObject.enumType(name), found));
        });
    }

    /** The names of which the two sorted lists have different instances. */
    private static <T> List<QualifiedName> changed(List<T> before, List<T> after, Function<T, QualifiedName> name) {
        List<QualifiedName> changed = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            int order = i == before.size()
                    ? 1
                    : j == after.size() ? -1 : name.apply(before.get(i)).compareTo(name.apply(after.get(j)));
            if (order != 0 || before.get(i) != after.get(j)) {
                changed.add(name.apply(order <= 0 ? before.get(i) : after.get(j)));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return changed;
    }

    private static void parts(Table table, Map<SchemaObject, Object> objects) {
        QualifiedName name = table.name();
        objects.put(SchemaObject.table(name), List.of(name, String.valueOf(table.comment()), table.options()));
        table.columns().forEach(column -> objects.put(SchemaObject.column(name, column.name()), column));
        table.constraints().forEach(constraint -> objects.put(SchemaObject.constraint(name, constraint), constraint));
        table.indexes().forEach(index -> objects.put(SchemaObject.index(name, index.name()), index));
    }
}
