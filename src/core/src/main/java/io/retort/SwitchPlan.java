package io.retort;

import io.retort.run.PreparedStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a switch does: it takes a database that is ahead of the application to the heads of the history.
 *
 * @param database product, version and URL of the database, without secrets
 * @param steps the steps, in order: first the downgrades, then the upgrades and the rows that get another id
 * @param lost by reverted revision, the rows and values that its downgrade deletes
 */
public record SwitchPlan(String database, List<PreparedStep> steps, Map<String, List<LostRows>> lost) {

    public SwitchPlan {
        steps = List.copyOf(steps);
        lost = Map.copyOf(lost);
    }

    /**
     * What a downgrade deletes with a table or a column.
     *
     * @param table the table
     * @param column the column; null for the whole table
     * @param rows the number of rows of the table; -1 if they could not be counted
     * @param values the number of rows that have a value in the column; the number of rows for a whole table
     */
    public record LostRows(String table, @Nullable String column, long rows, long values) {

        /** Returns whether a row or a value is lost, or whether that is unknown. */
        public boolean isLoss() {
            return values != 0;
        }

        /** Returns a description: {@code column customer.nick, 3 of 40 rows have a value}. */
        public String describe() {
            String what = column == null ? "table " + table : "column " + table + "." + column;
            if (rows < 0) {
                return what + ", whose rows cannot be counted under this name";
            }
            String all = rows == 1 ? "1 row" : rows + " rows";
            return what + ", "
                    + (column == null ? all : values + " of " + all + (rows == 1 ? " has" : " have") + " a value");
        }
    }

    /** Returns the tables and columns whose rows and values are lost, in the order of the steps. */
    public List<LostRows> losses() {
        return steps.stream()
                .flatMap(step -> lost.getOrDefault(step.revision().id(), List.of()).stream())
                .filter(LostRows::isLoss)
                .distinct()
                .toList();
    }

    /** Returns whether nothing is reverted and no row gets another id. */
    public boolean isUpgrade() {
        return steps.stream().allMatch(step -> step.isUpgrade() && step.stored().formerId() == null);
    }
}
