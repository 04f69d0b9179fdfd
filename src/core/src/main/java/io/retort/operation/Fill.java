package io.retort.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values for rows that do not have them yet: what a backfill assigns, and the condition of the rows that it still has to fill.
 *
 * <pre>{@code
 * set("email", "lower(mail)").where("email is null")
 * }</pre>
 *
 * @param assignments the columns and their new values; never empty
 * @param where the SQL condition of a row that is not filled. A filled row must not meet it
 */
public record Fill(List<Assignment> assignments, String where) {

    /** What begins a comment on some product. A line break after other text changes nothing. */
    private static final List<String> COMMENTS = List.of("--", "#", "//");

    /**
     * The new value of a column.
     *
     * @param column the column's name
     * @param expression an SQL expression, which can refer to the columns of the row
     */
    public record Assignment(String column, String expression) {

        /** Returns the expression; a comment at its end cannot hide what follows. */
        public String value() {
            return closed(expression);
        }
    }

    /**
     * Assignments that still need the condition of their rows.
     *
     * @param list the columns and their new values; never empty
     */
    public record Assignments(List<Assignment> list) {

        public Assignments {
            list = List.copyOf(list);
        }

        /** Returns a copy that also assigns an SQL expression to another column. */
        public Assignments set(String column, String expression) {
            List<Assignment> more = new ArrayList<>(list);
            more.add(new Assignment(column, expression));
            return new Assignments(more);
        }

        /**
         * Returns a fill of the rows that meet a condition.
         *
         * @param condition the SQL condition of a row that is not filled; a filled row must not meet it
         */
        public Fill where(String condition) {
            return new Fill(list, condition);
        }
    }

    /**
     * Copies the assignments.
     *
     * @throws IllegalArgumentException if there is no assignment, or the condition is blank
     */
    public Fill {
        assignments = List.copyOf(assignments);
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("a backfill sets no column");
        }
        if (where.isBlank()) {
            throw new IllegalArgumentException("a backfill needs the condition of the rows that are not filled");
        }
    }

    /** Returns the condition; a comment at its end cannot hide what follows. */
    public String condition() {
        return closed(where);
    }

    /** A comment that hides the condition of an update would overwrite all rows. */
    static String closed(String sql) {
        return COMMENTS.stream().anyMatch(sql::contains) ? sql + "\n" : sql;
    }

    /** Returns the Java source of the value. */
    JavaCall java() {
        Assignment first = assignments.get(0);
        JavaCall call = JavaCall.of("set", first.column(), first.expression());
        for (Assignment next : assignments.subList(1, assignments.size())) {
            call = call.then("set", next.column(), next.expression());
        }
        return call.then("where", where);
    }

    /** Returns a one-line description: {@code email where email is null}. */
    String describe() {
        return assignments.stream().map(Assignment::column).collect(Collectors.joining(", ")) + " where " + where;
    }
}
