package io.retort.diff.question;

import io.retort.schema.QualifiedName;
import java.util.List;

/** Counts rows of the live database. Each count is limited to a number of rows and a few seconds. */
public interface Evidence {

    /** Counts the rows of a table. */
    Count rows(QualifiedName table);

    /**
     * Counts the rows of a table that satisfy a predicate on a column.
     *
     * @param table the table
     * @param column the column
     * @param condition the SQL predicate, with {@code %s} for the column
     */
    Count rows(QualifiedName table, String column, String condition);

    /** Counts the distinct values of a column, without null. */
    Count distinct(QualifiedName table, String column);

    /**
     * Counts the combinations of values that occur in several rows. Rows with a null in one of the columns are ignored.
     */
    Count duplicates(QualifiedName table, List<String> columns);

    /**
     * Counts the rows that reference a missing row of another table. Rows with a null in one of the columns are
     * ignored.
     *
     * @param table the referencing table
     * @param columns its columns
     * @param referencedTable the referenced table
     * @param referencedColumns its columns, in the same order
     */
    Count orphans(
            QualifiedName table, List<String> columns, QualifiedName referencedTable, List<String> referencedColumns);

    /**
     * Counts the rows that violate a predicate. A predicate that evaluates to null is not violated.
     *
     * @param table the table
     * @param columns the columns that the predicate uses
     * @param condition the SQL predicate
     */
    Count violations(QualifiedName table, List<String> columns, String condition);
}
