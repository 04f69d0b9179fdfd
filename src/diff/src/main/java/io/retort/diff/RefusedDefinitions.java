package io.retort.diff;

import io.retort.diff.model.scratch.RefusedTable;
import io.retort.diff.model.scratch.RefusedTable.Kind;
import io.retort.error.RetortException;
import io.retort.operation.rename.Mentions;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the database refuses of the mapped tables. A refused column hides the column and what is over it, on both sides: it
 * is neither proposed nor, where somebody has made something of the kind, changed or dropped. A mapped table that is not
 * there and cannot be created ends the comparison: the application could not work.
 *
 * @param tables the refused tables
 * @param wanted the model as the database has made it, without them or without parts of them
 */
record RefusedDefinitions(List<RefusedTable> tables, Snapshot wanted) {

    /**
     * Looks for tables that cannot be.
     *
     * @throws RetortException if there is one
     */
    void requirePossible(Snapshot live) {
        List<RefusedTable> impossible = tables.stream()
                .filter(table ->
                        table.parts().isEmpty() || live.table(table.table()).isEmpty())
                .toList();
        if (impossible.isEmpty()) {
            return;
        }
        String what = impossible.stream().map(RefusedTable::describe).collect(Collectors.joining("\n"));
        throw new RetortException(
                (impossible.size() == 1
                                ? "A mapped table cannot be created. "
                                : impossible.size() + " mapped tables cannot be created.\n")
                        + what,
                "Correct the mapping: a name that is a reserved word can be quoted, as in @Column(name = \"`value`\"). Or leave"
                        + " the table out: retort.exclude="
                        + impossible.stream()
                                .map(table -> table.table().toString())
                                .collect(Collectors.joining(","))
                        + ".");
    }

    /** The live schema without what is hidden. */
    Snapshot visible(Snapshot live) {
        Snapshot visible = live;
        for (RefusedTable table : tables) {
            visible = visible.mapTable(table.table(), found -> visible(found, table));
        }
        return visible;
    }

    private Table visible(Table live, RefusedTable refused) {
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
                        ? columns.stream().anyMatch(column -> Mentions.of(column, part.text()))
                        : columns.contains(part.text()));
    }

    private static boolean isOver(Constraint constraint, Set<String> columns) {
        if (constraint instanceof Check check) {
            return columns.stream().anyMatch(column -> Mentions.of(column, check.expression()));
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

    /** Whether a live constraint stands where the refused one would. */
    private boolean isRefused(Constraint live, RefusedTable refused) {
        return refused.parts().stream().anyMatch(part -> switch (part.kind()) {
            case COLUMN -> false;
            case PRIMARY_KEY -> live instanceof PrimaryKey;
            case UNIQUE -> live instanceof Unique && Set.copyOf(columnsOf(live)).equals(Set.copyOf(part.columns()));
            case CHECK -> live instanceof Check check && standsFor(check, part, refused);
        });
    }

    private boolean standsFor(Check live, RefusedTable.Part part, RefusedTable refused) {
        if (part.name() != null) {
            return part.name().equals(live.name());
        }
        Table made = wanted.table(refused.table()).orElseThrow();
        boolean known = made.constraintsOf(Check.class)
                .anyMatch(check -> check.expression().equals(live.expression()));
        return !known
                && made.columns().stream()
                        .anyMatch(column -> Mentions.of(column.name(), live.expression())
                                && Mentions.of(column.name(), part.definition()));
    }
}
