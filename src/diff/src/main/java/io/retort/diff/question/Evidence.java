package io.retort.diff.question;

import io.retort.schema.QualifiedName;
import java.util.List;

/** What the rows of the database say. Looking is cheap: it ends at a number of rows, and after a few seconds. */
public interface Evidence {

    /** The rows of a table. */
    Count rows(QualifiedName table);

    /**
     * The rows of a table whose column meets a condition.
     *
     * @param condition in SQL, with {@code %s} for the column
     */
    Count rows(QualifiedName table, String column, String condition);

    /** The different values of a column, nulls not counted. */
    Count distinct(QualifiedName table, String column);

    /** The combinations of values that more than one row has; rows with a null in one of the columns do not count. */
    Count duplicates(QualifiedName table, List<String> columns);

    /** The rows whose columns reference a row of another table that does not exist; rows with a null in them do not count. */
    Count orphans(
            QualifiedName table, List<String> columns, QualifiedName referencedTable, List<String> referencedColumns);

    /**
     * The rows that do not meet a condition. One that is neither true nor false, for a null, is met.
     *
     * @param columns the columns that the condition refers to
     * @param condition in SQL
     */
    Count violations(QualifiedName table, List<String> columns, String condition);
}
