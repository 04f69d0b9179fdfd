package io.retort.diff.question;

import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows of a database that is not at the heads of the history, or of no database at all. A table that is missing
 * or empty there says nothing about other databases, so its counts are unknown.
 */
public final class RowCounts implements Evidence {

    /** No database: every count is unknown. */
    public static final RowCounts UNKNOWN = new RowCounts(null);

    private final @Nullable CountedRows counted;

    private RowCounts(@Nullable CountedRows counted) {
        this.counted = counted;
    }

    /**
     * Creates counts of a database.
     *
     * @param counted counts its rows; never null
     */
    public static RowCounts of(CountedRows counted) {
        return new RowCounts(counted);
    }

    /**
     * Returns the values of a column in a small table.
     *
     * @param table the table
     * @param column the column
     * @return the values, sorted; empty if they are unknown
     */
    public List<String> values(QualifiedName table, String column) {
        return counted == null ? List.of() : counted.values(table, column);
    }

    @Override
    public Count rows(QualifiedName table) {
        return known(table, rows -> rows.rows(table));
    }

    @Override
    public Count rows(QualifiedName table, String column, String condition) {
        return known(table, rows -> rows.rows(table, column, condition));
    }

    @Override
    public Count distinct(QualifiedName table, String column) {
        return known(table, rows -> rows.distinct(table, column));
    }

    @Override
    public Count duplicates(QualifiedName table, List<String> columns) {
        return known(table, rows -> rows.duplicates(table, columns));
    }

    @Override
    public Count orphans(
            QualifiedName table, List<String> columns, QualifiedName referencedTable, List<String> referencedColumns) {
        return known(table, rows -> rows.orphans(table, columns, referencedTable, referencedColumns));
    }

    @Override
    public Count violations(QualifiedName table, List<String> columns, String condition) {
        return known(table, rows -> rows.violations(table, columns, condition));
    }

    private Count known(QualifiedName table, Function<CountedRows, Count> count) {
        return counted == null || counted.rows(table).isNone() ? Count.UNKNOWN : count.apply(counted);
    }
}
