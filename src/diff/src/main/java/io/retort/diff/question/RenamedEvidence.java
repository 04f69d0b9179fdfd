package io.retort.diff.question;

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
        return evidence.rows(renaming.original(table));
    }

    @Override
    public Count rows(QualifiedName table, String column, String condition) {
        return evidence.rows(renaming.original(table), renaming.original(table, column), condition);
    }

    @Override
    public Count distinct(QualifiedName table, String column) {
        return evidence.distinct(renaming.original(table), renaming.original(table, column));
    }

    @Override
    public Count duplicates(QualifiedName table, List<String> columns) {
        return evidence.duplicates(
                renaming.original(table),
                columns.stream().map(column -> renaming.original(table, column)).toList());
    }

    @Override
    public Count orphans(
            QualifiedName table, List<String> columns, QualifiedName referencedTable, List<String> referencedColumns) {
        return evidence.orphans(
                renaming.original(table),
                originals(table, columns),
                renaming.original(referencedTable),
                originals(referencedTable, referencedColumns));
    }

    /** The predicate contains new names, so it cannot be evaluated before the rename. */
    @Override
    public Count violations(QualifiedName table, List<String> columns, String condition) {
        return originals(table, columns).equals(columns)
                ? evidence.violations(renaming.original(table), columns, condition)
                : Count.UNKNOWN;
    }

    private List<String> originals(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> renaming.original(table, column)).toList();
    }
}
