package io.retort.diff.internal.scratch;

import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of creating a model in a scratch schema.
 *
 * @param snapshot the model as the database spells it, with the names of the real schemas
 * @param failures the statements that the database rejected, without those of tables; empty if it rejected no statement
 * @param refused the tables whose statements the database rejected, with the rejected parts
 * @param leftOut what was not created because the product does not support it, one sentence each
 * @param compositeTypes the composite types
 */
public record Scratch(
        Snapshot snapshot,
        List<Failure> failures,
        List<RejectedTable> refused,
        List<String> leftOut,
        List<CompositeType> compositeTypes) {

    /** The result for a model that needs no scratch schema. */
    public static final Scratch EMPTY = new Scratch(Snapshot.EMPTY, List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Scratch {
        failures = List.copyOf(failures);
        refused = List.copyOf(refused);
        leftOut = List.copyOf(leftOut);
        compositeTypes = List.copyOf(compositeTypes);
    }

    /**
     * Removes foreign keys to tables that were not created here. On PostgreSQL such a key references the real table,
     * which is next on the search path.
     */
    Scratch closed() {
        List<Failure> all = new ArrayList<>(failures);
        snapshot.tables()
                .forEach(table -> table.constraintsOf(ForeignKey.class)
                        .filter(this::isLost)
                        .forEach(key -> all.add(new Failure(
                                key.description() + " on " + table.name(),
                                "the table that it references could not be created"))));
        Snapshot rest = snapshot.mapTables(table -> table.withConstraints(table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key && isLost(key)))
                .toList()));
        return new Scratch(rest, all, refused, leftOut, compositeTypes);
    }

    private boolean isLost(ForeignKey key) {
        return snapshot.table(key.referencedTable()).isEmpty();
    }

    Scratch with(List<CompositeType> types) {
        return new Scratch(snapshot, failures, refused, leftOut, types);
    }

    /**
     * A statement of Hibernate that the database rejected.
     *
     * @param statement the statement as it would run in the real schema
     * @param words the error of the database
     */
    public record Failure(String statement, String words) {}
}
