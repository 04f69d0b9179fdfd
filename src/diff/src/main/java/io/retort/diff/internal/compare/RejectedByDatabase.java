package io.retort.diff.internal.compare;

import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a table that the database rejects. They are in the model but not in the scratch schema. They are not
 * created, and live counterparts are not dropped.
 *
 * @param declared the table of the model
 * @param wanted the same table as the database created it in the scratch schema
 */
record RejectedByDatabase(Table declared, Table wanted) {

    /** Returns the declared table without the rejected parts. */
    Table possible() {
        List<Constraint> constraints = declared.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key && isRefused(key))
                        && !(constraint instanceof Unique unique && isRefused(unique)))
                .toList();
        List<Index> indexes =
                declared.indexes().stream().filter(index -> !isRefused(index)).toList();
        return declared.withConstraints(constraints).withIndexes(indexes);
    }

    /** Returns the live table without the counterparts of rejected parts. */
    Table compared(Table live) {
        return live.withConstraints(live.constraints().stream()
                        .filter(constraint -> !isLeft(constraint))
                        .toList())
                .withIndexes(
                        live.indexes().stream().filter(index -> !isLeft(index)).toList());
    }

    /** Returns a sentence for each part of the live table that is kept as the counterpart of a rejected part. */
    List<String> reports(Table live) {
        return Stream.concat(
                        live.constraints().stream().filter(this::isLeft).map(Constraint::description),
                        live.indexes().stream().filter(this::isLeft).map(Index::description))
                .map(what -> what + " on " + declared.name()
                        + ": kept, because the database rejects the definition by Hibernate that would replace it")
                .toList();
    }

    private boolean isLeft(Constraint live) {
        return live instanceof ForeignKey key && isLeft(key) || live instanceof Unique unique && isLeft(unique);
    }

    private boolean isRefused(ForeignKey key) {
        return wanted.constraintsOf(ForeignKey.class).noneMatch(made -> alike(made, key));
    }

    private boolean isRefused(Index index) {
        boolean constraint = wanted.constraints().stream()
                .anyMatch(made -> index.name().equals(made.name())
                        || made instanceof Unique unique && index.unique() && isOver(index, unique));
        return !constraint && wanted.indexes().stream().noneMatch(made -> alike(made, index));
    }

    private boolean isRefused(Unique unique) {
        boolean key = wanted.primaryKey()
                .filter(made -> Set.copyOf(made.columns()).equals(Set.copyOf(unique.columns())))
                .isPresent();
        return !key
                && wanted.constraintsOf(Unique.class).noneMatch(made -> alike(made, unique))
                && wanted.indexes().stream().noneMatch(made -> made.unique() && isOver(made, unique));
    }

    private boolean isLeft(Unique live) {
        return declared.constraintsOf(Unique.class).anyMatch(unique -> alike(unique, live) && isRefused(unique));
    }

    private static boolean alike(Unique one, Unique other) {
        return Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()));
    }

    private boolean isLeft(ForeignKey live) {
        return declared.constraintsOf(ForeignKey.class).anyMatch(key -> alike(key, live) && isRefused(key));
    }

    private boolean isLeft(Index live) {
        return declared.indexes().stream().anyMatch(index -> alike(index, live) && isRefused(index));
    }

    private static boolean alike(ForeignKey one, ForeignKey other) {
        return one.referencedTable().equals(other.referencedTable())
                && Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()));
    }

    private static boolean alike(Index one, Index other) {
        return one.name().equals(other.name()) || one.parts().equals(other.parts());
    }

    private static boolean isOver(Index index, Unique unique) {
        return index.parts().stream()
                .map(Index.Part::text)
                .collect(Collectors.toSet())
                .equals(Set.copyOf(unique.columns()));
    }
}
