package io.retort.diff.internal.compare;

import io.retort.internal.sql.ColumnReferences;
import io.retort.internal.state.SchemaObject;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The constraints and indexes of a table that are excluded from the comparison. One object can have several names: that
 * of the mapping, and those that a database gives it. Each of them excludes it.
 */
final class AcceptedObjects {

    private final Table live;
    private final List<Constraint> constraints;
    private final List<Index> indexes;

    /**
     * @param live the live table
     * @param models the table as the entities declare it, as the database spells it and in portable types
     * @param names the excluded names
     */
    AcceptedObjects(Table live, List<Table> models, Predicate<String> names) {
        this.live = live;
        List<Table> all = new ArrayList<>(models);
        all.add(live);
        constraints = all.stream()
                .flatMap(table -> table.constraints().stream())
                .filter(constraint -> isNamed(constraint, names))
                .toList();
        indexes = all.stream()
                .flatMap(table -> table.indexes().stream())
                .filter(index -> names.test(index.name()))
                .toList();
    }

    /** A table has one primary key, which often has no name in the entities and another one in each database. */
    private static boolean isNamed(Constraint constraint, Predicate<String> names) {
        return constraint.name() != null && names.test(constraint.name())
                || constraint instanceof PrimaryKey && names.test(SchemaObject.PRIMARY_KEY);
    }

    /**
     * Returns a model in which excluded objects are as they are in the database: existing ones stay, and others are not
     * created. What stands on a column that the model does not have cannot stay, and is compared.
     */
    Table in(Table model) {
        List<Constraint> replaced = model.constraints().stream()
                .filter(constraint -> constraints.stream().anyMatch(accepted -> same(accepted, constraint)))
                .toList();
        List<Index> replacedIndexes = model.indexes().stream()
                .filter(index -> indexes.stream().anyMatch(accepted -> same(accepted, index)))
                .toList();
        List<Constraint> stay = live.constraints().stream()
                .filter(found -> replaced.stream().anyMatch(other -> same(found, other)))
                .toList();
        List<Index> stayingIndexes = live.indexes().stream()
                .filter(found -> replacedIndexes.stream().anyMatch(other -> same(found, other)))
                .toList();
        if (replaced.isEmpty() && replacedIndexes.isEmpty() || isGone(model, stay, stayingIndexes)) {
            return model;
        }
        Table accepted = model.withConstraints(replacing(model.constraints(), replaced, stay))
                .withIndexes(replacing(model.indexes(), replacedIndexes, stayingIndexes));
        return accepted.primaryKey().map(key -> requiring(accepted, key)).orElse(accepted);
    }

    private boolean isGone(Table model, List<Constraint> constraints, List<Index> indexes) {
        return live.columns().stream()
                .map(Column::name)
                .filter(column -> model.column(column).isEmpty())
                .anyMatch(column -> constraints.stream().anyMatch(found -> ColumnReferences.in(found, column))
                        || indexes.stream().anyMatch(found -> ColumnReferences.in(found, column)));
    }

    private static <T> List<T> replacing(List<T> all, List<T> replaced, List<T> replacements) {
        return Stream.concat(all.stream().filter(object -> !replaced.contains(object)), replacements.stream())
                .toList();
    }

    /** The columns of a key that stays remain required. */
    private static Table requiring(Table model, PrimaryKey key) {
        Set<String> columns = Set.copyOf(key.columns());
        return model.mapColumns(column -> columns.contains(column.name()) ? column.notNull() : column);
    }

    private static boolean same(Index one, Index other) {
        return one.name().equals(other.name()) || one.named("x").equals(other.named("x"));
    }

    private static boolean same(Constraint one, Constraint other) {
        if (one.name() != null && one.name().equals(other.name())) {
            return true;
        }
        if (one instanceof PrimaryKey) {
            return other instanceof PrimaryKey;
        }
        if (one instanceof Unique unique) {
            return other instanceof Unique same && Set.copyOf(unique.columns()).equals(Set.copyOf(same.columns()));
        }
        if (one instanceof ForeignKey key) {
            return other instanceof ForeignKey same && ForeignKeyComparison.referencesSame(key, same);
        }
        return one instanceof Check check
                && other instanceof Check same
                && Counterparts.haveSameExpression(check, same);
    }
}
