package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.CandidateTables;
import io.retort.diff.internal.compare.DecidableParts;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema that a history computes, as a database spells it.
 *
 * @param normalised the schema as the database spells it, without the tables that it rejects
 * @param rejected the tables that a scratch schema of the database rejects
 * @param failures the statements that it rejects
 * @param undecided the tables of which only the existence of their parts is compared, and whether types are among them
 */
record ComputedSchema(
        Snapshot normalised, Set<QualifiedName> rejected, List<Scratch.Failure> failures, CandidateTables undecided) {

    private static final CandidateTables NONE = new CandidateTables(Set.of(), false);

    /**
     * Lets the database spell what is not already spelled alike.
     *
     * @param computed the schema that the history computes
     * @param live the schema of the database
     * @param compared selects the tables to compare
     * @throws io.retort.error.RetortException if no scratch schema can be created
     */
    static ComputedSchema of(
            Snapshot computed,
            Snapshot live,
            Predicate<QualifiedName> compared,
            Connection connection,
            Dialect dialect) {
        ComparedProduct product = ComparedProduct.of(dialect);
        Inspector inspector = product.inspector(dialect);
        CandidateTables candidates = CandidateTables.between(live, computed).within(compared);
        Scratch scratch = candidates.isEmpty()
                ? Scratch.EMPTY
                : product.scratchSchema(dialect)
                        .read(connection, withReferenced(candidates.tables(), computed), inspector);
        Snapshot normalised = candidates.wanted(live, computed, scratch.snapshot());
        Set<QualifiedName> rejected = computed.tables().stream()
                .map(Table::name)
                .filter(name -> normalised.table(name).isEmpty())
                .collect(Collectors.toSet());
        return new ComputedSchema(normalised, rejected, scratch.failures(), NONE);
    }

    /**
     * Returns the schema as far as it can be compared without a scratch schema.
     *
     * @param computed the schema that the history computes
     * @param live the schema of the database
     * @param compared selects the tables to compare
     */
    static ComputedSchema withoutScratch(Snapshot computed, Snapshot live, Predicate<QualifiedName> compared) {
        return new ComputedSchema(
                DecidableParts.of(live, computed),
                Set.of(),
                List.of(),
                DecidableParts.undecided(live, computed, compared));
    }

    /** Returns the schemas that a snapshot names. */
    static List<String> schemas(Snapshot schema) {
        return Stream.of(
                        schema.tables().stream().map(Table::name),
                        schema.sequences().stream().map(Sequence::name),
                        schema.enumTypes().stream().map(EnumType::name))
                .flatMap(names -> names)
                .map(QualifiedName::schema)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns a snapshot without some tables. */
    static Snapshot without(Snapshot schema, Predicate<QualifiedName> excluded) {
        return new Snapshot(
                schema.tables().stream()
                        .filter(table -> !excluded.test(table.name()))
                        .toList(),
                schema.sequences(),
                schema.enumTypes());
    }

    /** Returns these tables with those that they reference, and all sequences and types. */
    private static Snapshot withReferenced(Set<QualifiedName> tables, Snapshot schema) {
        Set<QualifiedName> needed = new LinkedHashSet<>();
        Deque<QualifiedName> left = new ArrayDeque<>(tables);
        while (!left.isEmpty()) {
            QualifiedName name = left.pop();
            if (needed.add(name)) {
                schema.table(name).stream()
                        .flatMap(table -> table.constraintsOf(ForeignKey.class))
                        .forEach(key -> left.add(key.referencedTable()));
            }
        }
        return without(schema, name -> !needed.contains(name));
    }
}
