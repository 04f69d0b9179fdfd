package io.retort.diff.model.scratch;

import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scratch schema had in it.
 *
 * @param snapshot the model as the database spells it, under the names of the real schemas
 * @param failures statements of Hibernate's own that the database refused, but for those of tables; empty if all is well
 * @param refused the tables that the database refuses as a whole, with what it refuses of them
 * @param leftOut what was not tried, because the product has nothing of the kind, as sentences
 * @param compositeTypes the types that are made of attributes
 */
public record Scratch(
        Snapshot snapshot,
        List<Failure> failures,
        List<RefusedTable> refused,
        List<String> leftOut,
        List<CompositeType> compositeTypes) {

    /** What a scratch schema has that nothing was created in. */
    public static final Scratch EMPTY = new Scratch(Snapshot.EMPTY, List.of(), List.of(), List.of(), List.of());

    public Scratch {
        failures = List.copyOf(failures);
        refused = List.copyOf(refused);
        leftOut = List.copyOf(leftOut);
        compositeTypes = List.copyOf(compositeTypes);
    }

    /**
     * Without foreign keys to tables that were not made here: PostgreSQL has then found the real ones, where a session looks
     * next.
     */
    Scratch closed() {
        List<Failure> all = new ArrayList<>(failures);
        Snapshot rest = snapshot.mapTables(table -> table.withConstraints(table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key && isLost(key, table, all)))
                .toList()));
        return new Scratch(rest, all, refused, leftOut, compositeTypes);
    }

    private boolean isLost(ForeignKey key, Table table, List<Failure> all) {
        boolean lost = snapshot.table(key.referencedTable()).isEmpty();
        if (lost) {
            all.add(new Failure(
                    key.description() + " on " + table.name(), "the table that it references could not be created"));
        }
        return lost;
    }

    Scratch with(List<CompositeType> types) {
        return new Scratch(snapshot, failures, refused, leftOut, types);
    }

    /**
     * A statement of Hibernate's that the database refused.
     *
     * @param statement as it would run in the real schema
     * @param words what the database said
     */
    public record Failure(String statement, String words) {}
}
