package io.retort;

import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.LossKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a switch does: it takes a database that is ahead of the application to the heads of the history.
 *
 * @param database product, version and URL of the database, without secrets
 * @param steps the steps, in order: first the downgrades, then the upgrades and the rows that get another id
 * @param lost by reverted revision, what its downgrade loses
 */
public record SwitchPlan(String database, List<PreparedStep> steps, Map<String, List<LostRows>> lost) {

    public SwitchPlan {
        steps = List.copyOf(steps);
        lost = Map.copyOf(lost);
    }

    /**
     * What a downgrade loses.
     *
     * @param kind how it is lost
     * @param table the table, with its name before the switch; null if it is not known
     * @param column the column, with its name before the switch; null for a whole table, or if it is not known
     * @param statement the SQL or code whose effect is not known; null for the other kinds
     * @param rows the number of rows of the table; null if they could not be counted
     * @param values the number of lost rows; for a column, of rows that lose a value, which includes a value that is
     *     overwritten with an equal one. Null if it is not known
     */
    public record LostRows(
            LossKind kind,
            @Nullable String table,
            @Nullable String column,
            @Nullable String statement,
            @Nullable Long rows,
            @Nullable Long values) {

        /** Returns whether a row or a value is lost, or whether that is unknown. */
        public boolean isLoss() {
            return values == null || values != 0;
        }

        /** Returns a description: {@code column customer.nick, 3 of 40 rows have a value}. */
        public String describe() {
            if (kind == LossKind.NOT_JUDGED) {
                return "an effect that is not known: " + statement;
            }
            String object = column == null ? "table " + table : "column " + table + "." + column;
            return prefix() + object + ", " + numbers();
        }

        private String prefix() {
            return switch (kind) {
                case DELETED_ROWS -> "rows of ";
                case CHANGED_VALUES, CONVERTED_VALUES -> "values of ";
                default -> "";
            };
        }

        private String numbers() {
            if (rows == null) {
                return "whose rows cannot be counted";
            }
            String all = rows == 1 ? "1 row" : rows + " rows";
            if (kind == LossKind.DROPPED_TABLE) {
                return all;
            }
            if (values == null) {
                return "it is not known how many of " + all;
            }
            String some = values + " of " + all;
            String verb = rows == 1 ? " has" : " have";
            return switch (kind) {
                case DROPPED_COLUMN -> some + verb + " a value";
                case CHANGED_VALUES -> some + verb + " a value that is overwritten";
                case CONVERTED_VALUES -> some + verb + " a value that does not fit the former type";
                default -> some;
            };
        }
    }

    /** Returns what is lost or can be lost, in the order of the steps. */
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
