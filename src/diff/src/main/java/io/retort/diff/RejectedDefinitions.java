package io.retort.diff;

import io.retort.diff.internal.compare.CandidateTables;
import io.retort.diff.internal.scratch.CompositeType;
import io.retort.diff.internal.scratch.RejectedTable;
import io.retort.diff.internal.scratch.RejectedTable.Kind;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.diff.internal.scratch.Scratch.Failure;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.sql.ColumnReferences;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The definitions of mapped tables that the database rejects.
 *
 * <p>A rejected column is hidden on both sides, with the indexes and constraints that use it. It is not proposed, and
 * an existing column of that name is neither changed nor dropped. A mapped table that does not exist and cannot be
 * created ends the comparison, because the application could not work without it.
 *
 * @param tables the tables of which the database rejects something
 * @param wanted the model as the database created it, without the rejected parts
 */
record RejectedDefinitions(List<RejectedTable> tables, Snapshot wanted) {

    /** Tables that are only referenced or excluded by the filter are not compared, so their refusals do not matter. */
    static RejectedDefinitions of(Scratch scratch, CandidateTables compared, Snapshot wanted) {
        return new RejectedDefinitions(
                scratch.refused().stream()
                        .filter(table -> compared.tables().contains(table.table()))
                        .toList(),
                wanted);
    }

    /**
     * Returns what is not compared, one sentence each.
     *
     * @param scratch the scratch schema in which the model was created
     */
    List<String> describe(Scratch scratch) {
        List<String> skipped = new ArrayList<>();
        scratch.compositeTypes().stream()
                .filter(CompositeType::isDifferent)
                .forEach(type -> skipped.add(type.describe()));
        tables.forEach(table -> skipped.addAll(table.describeParts()));
        for (Failure failure : scratch.failures()) {
            skipped.add("the database rejects one of Hibernate's own statements: " + failure.statement() + " ("
                    + failure.words() + ")");
        }
        return skipped;
    }

    /**
     * Checks that every missing mapped table can be created.
     *
     * @param live the database
     * @throws RetortException if a table cannot be created
     */
    void requirePossible(Snapshot live) {
        List<RejectedTable> impossible = tables.stream()
                .filter(table ->
                        table.parts().isEmpty() || live.table(table.table()).isEmpty())
                .toList();
        if (impossible.isEmpty()) {
            return;
        }
        String what = impossible.stream().map(RejectedTable::describe).collect(Collectors.joining("\n"));
        throw new RetortException(
                (impossible.size() == 1
                                ? "A mapped table cannot be created. "
                                : impossible.size() + " mapped tables cannot be created.\n")
                        + what,
                Advice.of(
                        "Correct the mapping: a name that is a reserved word can be quoted, as in"
                                + " @Column(name = \"`value`\"). Or exclude the table: ",
                        Advice.setting(
                                "exclude",
                                impossible.stream()
                                        .map(table -> table.table().toString())
                                        .collect(Collectors.joining(","))),
                        "."));
    }

    /** Returns the live schema without the hidden parts. */
    Snapshot visible(Snapshot live) {
        Snapshot visible = live;
        for (RejectedTable table : tables) {
            visible = visible.mapTable(table.table(), found -> visible(found, table));
        }
        return visible;
    }

    private Table visible(Table live, RejectedTable refused) {
        Set<String> columns = refused.parts().stream()
                .filter(part -> part.kind() == Kind.COLUMN)
                .flatMap(part -> part.columns().stream())
                .collect(Collectors.toSet());
        Table rest = live.withColumns(live.columns().stream()
                        .filter(column -> !columns.contains(column.name()))
                        .toList())
                .withIndexes(live.indexes().stream()
                        .filter(index -> !isOver(index, columns))
                        .toList());
        return rest.withConstraints(live.constraints().stream()
                .filter(constraint -> !isOver(constraint, columns) && !isRefused(constraint, refused))
                .toList());
    }

    private static boolean isOver(Index index, Set<String> columns) {
        return index.parts().stream()
                .anyMatch(part -> part.expression()
                        ? columns.stream().anyMatch(column -> ColumnReferences.of(column, part.text()))
                        : columns.contains(part.text()));
    }

    private static boolean isOver(Constraint constraint, Set<String> columns) {
        if (constraint instanceof Check check) {
            return columns.stream().anyMatch(column -> ColumnReferences.of(column, check.expression()));
        }
        return columnsOf(constraint).stream().anyMatch(columns::contains);
    }

    private static List<String> columnsOf(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        }
        if (constraint instanceof ForeignKey key) {
            return key.columns();
        }
        return constraint instanceof Unique unique ? unique.columns() : List.of();
    }

    /** Whether a live constraint is the counterpart of a rejected one. */
    private boolean isRefused(Constraint live, RejectedTable refused) {
        return refused.parts().stream().anyMatch(part -> switch (part.kind()) {
            case COLUMN -> false;
            case PRIMARY_KEY -> live instanceof PrimaryKey;
            case UNIQUE -> live instanceof Unique && Set.copyOf(columnsOf(live)).equals(Set.copyOf(part.columns()));
            case CHECK -> live instanceof Check check && represents(check, part, refused);
        });
    }

    private boolean represents(Check live, RejectedTable.RejectedPart part, RejectedTable refused) {
        if (part.name() != null) {
            return part.name().equals(live.name());
        }
        Table made = wanted.table(refused.table()).orElseThrow();
        boolean known = made.constraintsOf(Check.class)
                .anyMatch(check -> check.expression().equals(live.expression()));
        return !known
                && made.columns().stream()
                        .anyMatch(column -> ColumnReferences.of(column.name(), live.expression())
                                && ColumnReferences.of(column.name(), part.definition()));
    }
}
