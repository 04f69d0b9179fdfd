package io.retort.diff.internal.compare;

import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The tables that only a scratch schema can compare. A table that is textually identical on both sides is settled. Any
 * other table may differ only in spelling, which the scratch schema shows. Creating a thousand tables there takes
 * seconds, so settled tables are left out.
 *
 * @param tables the tables of the model that differ textually, including new ones
 * @param others whether sequences or types differ
 */
public record CandidateTables(Set<QualifiedName> tables, boolean others) {

    /** Copies the set; neither it nor an element can be null. */
    public CandidateTables {
        tables = Set.copyOf(tables);
    }

    /**
     * Compares the schemas textually.
     *
     * @param live the schema of the database
     * @param declared the model in portable types
     */
    public static CandidateTables between(Snapshot live, Snapshot declared) {
        Set<QualifiedName> tables = new LinkedHashSet<>();
        for (Table table : declared.tables()) {
            if (live.table(table.name()).filter(found -> same(found, table)).isEmpty()) {
                tables.add(table.name());
            }
        }
        return new CandidateTables(tables, !sameOthers(live, declared));
    }

    private static boolean same(Table live, Table declared) {
        OperationOrder changes = new OperationOrder();
        Table plain = declared.mapColumns(CandidateTables::withoutLength);
        new TableComparison(live, plain, plain, changes).compare();
        return changes.isEmpty();
    }

    /** No database has the length of an enum, which is for products without enum types. */
    private static Column withoutLength(Column column) {
        SqlType type = column.type();
        return type.kind() == SqlType.Kind.ENUM ? column.withType(SqlType.enumOf(type.values())) : column;
    }

    private static boolean sameOthers(Snapshot live, Snapshot declared) {
        OperationOrder changes = new OperationOrder();
        ComparisonContext schemas = new ComparisonContext(live, declared, declared, name -> false);
        new SequenceComparison(schemas, changes).compare();
        new EnumTypeComparison(schemas, changes).compare();
        return changes.isEmpty();
    }

    /**
     * Returns a copy without the tables that a filter excludes.
     *
     * @param looked the tables to compare
     */
    public CandidateTables within(Predicate<QualifiedName> looked) {
        return new CandidateTables(tables.stream().filter(looked).collect(Collectors.toSet()), others);
    }

    /**
     * Returns a copy that also needs a scratch schema for other objects.
     *
     * @param more whether there are such objects, for example composite types
     */
    public CandidateTables about(boolean more) {
        return new CandidateTables(tables, others || more);
    }

    /** Whether everything is settled, so that no scratch schema is needed. */
    public boolean isEmpty() {
        return tables.isEmpty() && !others;
    }

    /**
     * Returns the whole model as the database spells it. Settled tables come from the live schema, the others from the
     * scratch schema.
     *
     * @param live the schema of the database
     * @param declared the model in portable types
     * @param scratch the model as read from the scratch schema
     */
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
