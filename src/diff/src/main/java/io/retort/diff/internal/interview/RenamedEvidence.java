package io.retort.diff.internal.interview;

import io.retort.diff.question.Count;
import io.retort.diff.question.Evidence;
import io.retort.schema.QualifiedName;
import java.util.List;

/**
 * Evidence by new names, from a database in which the renames have not run yet.
 *
 * @param evidence the evidence by the names in the database
 * @param renaming maps new names to the names in the database
 */
record RenamedEvidence(Evidence evidence, AcceptedRenames renaming) implements Evidence {

    @Override
    public Count rows(QualifiedName table) {
        return renaming.takesNameOfAnother(table) ? Count.NONE : evidence.rows(renaming.original(table));
    }

    @Override
    public Count rows(QualifiedName table, String column, String condition) {
        return isCountable(table, List.of(column))
                ? evidence.rows(renaming.original(table), renaming.original(table, column), condition)
                : Count.UNKNOWN;
    }

    @Override
    public Count distinct(QualifiedName table, String column) {
        return isCountable(table, List.of(column))
                ? evidence.distinct(renaming.original(table), renaming.original(table, column))
                : Count.UNKNOWN;
    }

    @Override
    public Count duplicates(QualifiedName table, List<String> columns) {
        return isCountable(table, columns)
                ? evidence.duplicates(renaming.original(table), originals(table, columns))
                : Count.UNKNOWN;
    }

    @Override
    public Count orphans(
            QualifiedName table, List<String> columns, QualifiedName referencedTable, List<String> referencedColumns) {
        return isCountable(table, columns) && isCountable(referencedTable, referencedColumns)
                ? evidence.orphans(
                        renaming.original(table),
                        originals(table, columns),
                        renaming.original(referencedTable),
                        originals(referencedTable, referencedColumns))
                : Count.UNKNOWN;
    }

    /** The predicate contains new names, so it cannot be evaluated before the rename. */
    @Override
    public Count violations(QualifiedName table, List<String> columns, String condition) {
        return isCountable(table, columns) && originals(table, columns).equals(columns)
                ? evidence.violations(renaming.original(table), columns, condition)
                : Count.UNKNOWN;
    }

    private boolean isCountable(QualifiedName table, List<String> columns) {
        return !renaming.takesNameOfAnother(table)
                && columns.stream().noneMatch(column -> renaming.takesNameOfAnother(table, column));
    }

    private List<String> originals(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> renaming.original(table, column)).toList();
    }
}
