package io.retort.diff.internal.compare;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What can be compared although no scratch schema shows how the database spells a schema: whether tables, columns, keys,
 * indexes, sequences and types exist. Their definitions are taken to be those of the database.
 */
public final class DecidableParts {

    private DecidableParts() {}

    /**
     * Returns a schema with the definitions of the database, where it has the objects. Check constraints that the database
     * does not have are left out, because they can have another name there.
     *
     * @param live the schema of the database
     * @param declared the schema in portable types
     */
    public static Snapshot of(Snapshot live, Snapshot declared) {
        return new Snapshot(
                declared.tables().stream()
                        .map(table -> live.table(table.name())
                                .map(found -> merged(found, table))
                                .orElse(table))
                        .toList(),
                found(declared.sequences(), sequence -> live.sequence(sequence.name())),
                found(declared.enumTypes(), type -> live.enumType(type.name())));
    }

    /**
     * Returns the tables whose definitions remain unknown: they are not spelled as declared.
     *
     * @param live the schema of the database
     * @param declared the schema in portable types
     * @param compared the tables to compare
     */
    public static CandidateTables undecided(Snapshot live, Snapshot declared, Predicate<QualifiedName> compared) {
        return CandidateTables.between(of(live, declared), declared).within(compared);
    }

    private static <T> List<T> found(List<T> declared, Function<T, Optional<T>> live) {
        return declared.stream().map(one -> live.apply(one).orElse(one)).toList();
    }

    private static Table merged(Table live, Table declared) {
        List<Column> columns = new ArrayList<>(live.columns());
        declared.columns().stream()
                .filter(column -> live.column(column.name()).isEmpty())
                .forEach(columns::add);
        List<Constraint> constraints = new ArrayList<>(live.constraints());
        declared.constraints().stream()
                .filter(constraint -> isMissing(constraint, live))
                .forEach(constraints::add);
        List<Index> indexes = new ArrayList<>(live.indexes());
        declared.indexes().stream().filter(index -> isMissing(index, live)).forEach(indexes::add);
        return live.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
    }

    private static boolean isMissing(Constraint declared, Table live) {
        return !(declared instanceof Check)
                && live.constraints().stream().noneMatch(other -> represents(other, declared))
                && !(declared instanceof Unique unique && isIndexed(unique, live));
    }

    private static boolean represents(Constraint live, Constraint declared) {
        if (declared instanceof Unique unique && live instanceof Unique other) {
            return same(unique.columns(), other.columns());
        }
        if (declared instanceof ForeignKey key && live instanceof ForeignKey other) {
            return same(key.columns(), other.columns());
        }
        return declared instanceof PrimaryKey && live instanceof PrimaryKey;
    }

    /** Some products have a unique index instead of a constraint. */
    private static boolean isIndexed(Unique unique, Table live) {
        return live.indexes().stream()
                .anyMatch(index -> index.unique()
                        && same(
                                unique.columns(),
                                index.parts().stream().map(Index.Part::text).toList()));
    }

    private static boolean isMissing(Index declared, Table live) {
        return live.indexes().stream().noneMatch(other -> other.name().equals(declared.name()));
    }

    private static boolean same(List<String> one, List<String> other) {
        Set<String> columns = new HashSet<>(one);
        return columns.equals(new HashSet<>(other));
    }
}
