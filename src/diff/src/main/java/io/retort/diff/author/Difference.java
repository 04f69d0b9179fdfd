package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of entities and database found.
 *
 * @param operations what brings the database to the entities, in order
 * @param skipped differences that are not acted upon, each with its reason, in words
 * @param notOurs names of what the database has and no entity speaks of
 * @param hasEntities whether there was any entity at all
 * @param madeWith who read the entities, such as {@code Hibernate 7.4.5.Final}; null if that does not matter
 */
public record Difference(
        List<Operation> operations,
        List<String> skipped,
        List<String> notOurs,
        boolean hasEntities,
        @Nullable String madeWith) {

    public Difference(List<Operation> operations, List<String> skipped, List<String> notOurs, boolean hasEntities) {
        this(operations, skipped, notOurs, hasEntities, null);
    }

    public Difference {
        operations = List.copyOf(operations);
        skipped = List.copyOf(skipped);
        notOurs = List.copyOf(notOurs);
    }

    /** With other operations in place of these, as somebody wants them. */
    public Difference rewritten(UnaryOperator<List<Operation>> rewriter) {
        return new Difference(rewriter.apply(operations), skipped, notOurs, hasEntities, madeWith);
    }

    /** Nothing to compare, for a revision that is filled in by hand. */
    static Difference none() {
        return new Difference(List.of(), List.of(), List.of(), false);
    }
}
