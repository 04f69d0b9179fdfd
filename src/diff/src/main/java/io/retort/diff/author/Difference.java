package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of entities and database found.
 *
 * @param operations what brings the database to the entities, in order
 * @param caveats what is not in the operations
 * @param notOurs names of what the database has and no entity speaks of
 * @param hasEntities whether there was any entity at all
 * @param madeWith who read the entities, such as {@code Hibernate 7.4.5.Final}; null if that does not matter
 * @param remarks what a person should know of the operations; the file says it, too
 */
public record Difference(
        List<Operation> operations,
        Caveats caveats,
        List<String> notOurs,
        boolean hasEntities,
        @Nullable String madeWith,
        List<String> remarks) {

    public Difference(
            List<Operation> operations,
            Caveats caveats,
            List<String> notOurs,
            boolean hasEntities,
            @Nullable String madeWith) {
        this(operations, caveats, notOurs, hasEntities, madeWith, List.of());
    }

    public Difference(List<Operation> operations, List<String> skipped, List<String> notOurs, boolean hasEntities) {
        this(operations, Caveats.skipping(skipped), notOurs, hasEntities, null);
    }

    public Difference {
        operations = List.copyOf(operations);
        notOurs = List.copyOf(notOurs);
        remarks = List.copyOf(remarks);
    }

    /** What should have been compared and was not, or is different and in no operation; each with its reason, in words. */
    public List<String> skipped() {
        return caveats.skipped();
    }

    /** With other operations in place of these, as somebody wants them. */
    public Difference rewritten(UnaryOperator<List<Operation>> rewriter) {
        return new Difference(rewriter.apply(operations), caveats, notOurs, hasEntities, madeWith, remarks);
    }

    /** Nothing to compare, for a revision that is filled in by hand. */
    static Difference none() {
        return new Difference(List.of(), List.of(), List.of(), false);
    }
}
