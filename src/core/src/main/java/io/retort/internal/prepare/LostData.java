package io.retort.internal.prepare;

import io.retort.internal.sql.RowSelection;
import io.retort.run.PreparedStep.LossKind;
import org.jspecify.annotations.Nullable;

/**
 * What a downgrade loses, with the names that the database has before the downgrade.
 *
 * @param kind how it is lost
 * @param table the table, as written in SQL; null if it is not known
 * @param column the column, as written in SQL; null for a whole table, or if it is not known
 * @param selection the rows; all of them for a dropped table or column
 * @param statement the statement or operation whose effect is not known; null for the other kinds
 */
public record LostData(
        LossKind kind,
        @Nullable String table,
        @Nullable String column,
        RowSelection selection,
        @Nullable String statement) {

    static LostData table(String table) {
        return new LostData(LossKind.DROPPED_TABLE, table, null, RowSelection.ALL, null);
    }

    static LostData column(String table, String column) {
        return new LostData(LossKind.DROPPED_COLUMN, table, column, RowSelection.ALL, null);
    }

    /**
     * What is possibly lost.
     *
     * @param statement the statement or object whose effect is not known
     */
    public static LostData notJudged(String statement) {
        return new LostData(LossKind.NOT_JUDGED, null, null, RowSelection.UNKNOWN, statement);
    }

    /** Returns what is lost, without numbers: {@code column customer.nick}. */
    public String describe() {
        String what = column == null ? "table " + table : "column " + table + "." + column;
        return switch (kind) {
            case DROPPED_TABLE, DROPPED_COLUMN -> what;
            case DELETED_ROWS -> "rows of " + what;
            case CHANGED_VALUES -> "values of " + what;
            case CONVERTED_VALUES -> "values of " + what + " that do not fit its former type";
            case NOT_JUDGED -> "an effect that is not known: " + statement;
        };
    }
}
