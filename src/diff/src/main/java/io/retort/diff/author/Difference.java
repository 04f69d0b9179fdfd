package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing entities and database.
 *
 * @param operations the operations that change the database to match the entities, in executable order
 * @param caveats what the operations do not include
 * @param notOurs the names of objects that no entity declares and no revision created
 * @param hasEntities whether there is any entity
 * @param madeWith the library that read the entities, such as {@code Hibernate 7.4.5.Final}; null if irrelevant
 * @param remarks what to know about the operations; also written into the revision file
 * @param basis what the entities were compared with
 * @param arbitration what the history says about a comparison with the database
 * @param unmatched the patterns that should exclude something, and match no object of entities or database
 */
public record Difference(
        List<Operation> operations,
        ComparisonCaveats caveats,
        List<String> notOurs,
        boolean hasEntities,
        @Nullable String madeWith,
        List<String> remarks,
        Basis basis,
        Arbitration arbitration,
        List<String> unmatched) {

    /**
     * Creates a difference from the database.
     *
     * @param operations the operations, in executable order
     * @param caveats what the operations do not include
     * @param notOurs the names of objects that no entity declares and no revision created
     * @param hasEntities whether there is any entity
     * @param madeWith the library that read the entities; null if irrelevant
     * @param remarks what to know about the operations
     */
    public Difference(
            List<Operation> operations,
            ComparisonCaveats caveats,
            List<String> notOurs,
            boolean hasEntities,
            @Nullable String madeWith,
            List<String> remarks) {
        this(operations, caveats, notOurs, hasEntities, madeWith, remarks, Basis.DATABASE, Arbitration.NONE, List.of());
    }

    /**
     * Creates a difference without remarks.
     *
     * @param operations the operations, in executable order
     * @param caveats what the operations do not include
     * @param notOurs the names of objects that no entity declares and no revision created
     * @param hasEntities whether there is any entity
     * @param madeWith the library that read the entities; null if irrelevant
     */
    public Difference(
            List<Operation> operations,
            ComparisonCaveats caveats,
            List<String> notOurs,
            boolean hasEntities,
            @Nullable String madeWith) {
        this(operations, caveats, notOurs, hasEntities, madeWith, List.of());
    }

    /**
     * Creates a difference without remarks and without the name of the library that read the entities.
     *
     * @param operations the operations, in executable order
     * @param skipped what could not be compared
     * @param notOurs the names of objects that no entity declares and no revision created
     * @param hasEntities whether there is any entity
     */
    public Difference(List<Operation> operations, List<String> skipped, List<String> notOurs, boolean hasEntities) {
        this(operations, ComparisonCaveats.skipping(skipped), notOurs, hasEntities, null);
    }

    /** Copies the lists; none of them can be null or contain null. */
    public Difference {
        operations = List.copyOf(operations);
        notOurs = List.copyOf(notOurs);
        remarks = List.copyOf(remarks);
        unmatched = List.copyOf(unmatched);
    }

    /** Returns what could not be compared, or differs without an operation for it; each with its reason. */
    public List<String> skipped() {
        return caveats.skipped();
    }

    /** With more to be known of the operations, which is not about the revision itself. */
    Difference remarking(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(remarks);
        return new Difference(operations, caveats, notOurs, hasEntities, madeWith, all, basis, arbitration, unmatched);
    }

    /**
     * Returns a copy with other operations, for example those that a {@link io.retort.migration.RevisionRewriter} returns.
     *
     * @param rewriter receives the operations and returns those that replace them
     */
    public Difference rewritten(UnaryOperator<List<Operation>> rewriter) {
        return new Difference(
                rewriter.apply(operations),
                caveats,
                notOurs,
                hasEntities,
                madeWith,
                remarks,
                basis,
                arbitration,
                unmatched);
    }

    /**
     * Returns a copy with another basis.
     *
     * @param other what the entities were compared with
     */
    public Difference on(Basis other) {
        return new Difference(
                operations, caveats, notOurs, hasEntities, madeWith, remarks, other, arbitration, unmatched);
    }

    /**
     * Returns a copy with what the history says.
     *
     * @param other what the history says about the comparison
     */
    public Difference arbitrated(Arbitration other) {
        return new Difference(operations, caveats, notOurs, hasEntities, madeWith, remarks, basis, other, unmatched);
    }

    /**
     * Returns a copy with objects of the database that were changed by hand.
     *
     * @param found the objects
     */
    public Difference drifting(List<Arbitration.DriftedObject> found) {
        return arbitrated(arbitration.drifting(found));
    }

    /**
     * Returns a copy with something that could not be compared.
     *
     * @param sentence the reason
     */
    public Difference skipping(String sentence) {
        List<String> skipped = new ArrayList<>(caveats.skipped());
        skipped.add(sentence);
        return new Difference(
                operations,
                new ComparisonCaveats(skipped, caveats.kept(), caveats.limits(), caveats.temporaryDefaults()),
                notOurs,
                hasEntities,
                madeWith,
                remarks,
                basis,
                arbitration,
                unmatched);
    }

    /**
     * Returns a copy with something that was not compared and does not make the comparison incomplete.
     *
     * @param sentence the reason
     */
    public Difference limited(String sentence) {
        List<String> limits = new ArrayList<>(caveats.limits());
        limits.add(sentence);
        return new Difference(
                operations,
                new ComparisonCaveats(caveats.skipped(), caveats.kept(), limits, caveats.temporaryDefaults()),
                notOurs,
                hasEntities,
                madeWith,
                remarks,
                basis,
                arbitration,
                unmatched);
    }

    /**
     * Returns a copy with patterns that match nothing.
     *
     * @param patterns the patterns
     */
    public Difference unmatched(List<String> patterns) {
        return new Difference(
                operations, caveats, notOurs, hasEntities, madeWith, remarks, basis, arbitration, patterns);
    }

    /** The difference for a revision that is filled in by hand. */
    static Difference none() {
        return new Difference(List.of(), List.of(), List.of(), false);
    }
}
