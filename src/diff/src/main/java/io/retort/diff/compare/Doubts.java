package io.retort.diff.compare;

import io.retort.diff.compare.order.Changes;
import io.retort.diff.compare.table.TableComparison;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What only the database can decide. A table that stands in the database word for word as the entities declare it is
 * settled; all else may be the same thing in another spelling, which a scratch schema brings to light. It takes a
 * thousand tables some seconds to be created there, and a settled table nothing.
 *
 * @param tables the tables of the model that differ in their words, new ones among them
 * @param others whether sequences or types do
 */
public record Doubts(Set<QualifiedName> tables, boolean others) {

    public Doubts {
        tables = Set.copyOf(tables);
    }

    /** Compares words. */
    public static Doubts between(Snapshot live, Snapshot declared) {
        Set<QualifiedName> tables = new LinkedHashSet<>();
        for (Table table : declared.tables()) {
            if (live.table(table.name()).filter(found -> same(found, table)).isEmpty()) {
                tables.add(table.name());
            }
        }
        return new Doubts(tables, !sameOthers(live, declared));
    }

    private static boolean same(Table live, Table declared) {
        Changes changes = new Changes();
        new TableComparison(live, declared, declared, changes).compare();
        return changes.isEmpty();
    }

    private static boolean sameOthers(Snapshot live, Snapshot declared) {
        Changes changes = new Changes();
        Schemas schemas = new Schemas(live, declared, declared, name -> false);
        new SequenceComparison(schemas, changes).compare();
        new EnumTypeComparison(schemas, changes).compare();
        return changes.isEmpty();
    }

    /** Without the tables that are not looked at. */
    public Doubts within(Predicate<QualifiedName> looked) {
        return new Doubts(tables.stream().filter(looked).collect(Collectors.toSet()), others);
    }

    /** The same with doubts about more than tables, if there is more. */
    public Doubts about(boolean more) {
        return new Doubts(tables, others || more);
    }

    public boolean isEmpty() {
        return tables.isEmpty() && !others;
    }

    /** The whole model as the database spells it: what is settled from the live schema, the rest from the scratch schema. */
    public Snapshot wanted(Snapshot live, Snapshot declared, Snapshot scratch) {
        List<Table> all = new ArrayList<>();
        for (Table table : declared.tables()) {
            Snapshot decided = tables.contains(table.name()) ? scratch : live;
            decided.table(table.name()).ifPresent(all::add);
        }
        if (!isEmpty()) {
            return new Snapshot(all, scratch.sequences(), scratch.enumTypes());
        }
        return new Snapshot(
                all,
                declared.sequences().stream()
                        .map(sequence -> live.sequence(sequence.name()))
                        .flatMap(Optional::stream)
                        .toList(),
                declared.enumTypes().stream()
                        .map(type -> live.enumType(type.name()))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
