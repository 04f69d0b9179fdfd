package io.retort.internal.sql;

import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An {@code update} of one table with a condition, in parts.
 *
 * @param table the table, as typed
 * @param assignments the columns and their values
 * @param where the condition
 */
public record UpdateStatement(QualifiedName table, List<Assignment> assignments, String where) {

    /** Words that end the condition, or that make it depend on more than the row. */
    private static final Set<String> OTHER_CLAUSES = Set.of("from", "order", "limit", "returning", "join");

    /**
     * A column and its value.
     *
     * @param column the name of the column, as typed
     * @param expression the value in SQL
     */
    public record Assignment(String column, String expression) {}

    public UpdateStatement {
        assignments = List.copyOf(assignments);
    }

    /**
     * Reads {@code update table set column = value, … where condition}.
     *
     * @param sql the statement, without a semicolon at its end
     * @param syntax how the database reads it
     * @return the parts; empty if the statement has another form, for example an alias, a join or no condition
     */
    public static Optional<UpdateStatement> read(String sql, SqlSyntax syntax) {
        TokenCursor cursor = new TokenCursor(sql, syntax, Integer.MAX_VALUE);
        if (!cursor.take("update")) {
            return Optional.empty();
        }
        QualifiedName table = cursor.name();
        if (table == null || !cursor.take("set")) {
            return Optional.empty();
        }
        List<Assignment> assignments = new ArrayList<>();
        do {
            QualifiedName column = cursor.name();
            if (column == null || column.schema() != null || !cursor.take("=")) {
                return Optional.empty();
            }
            String expression = expression(sql, cursor, Set.of(",", "where"));
            if (expression == null) {
                return Optional.empty();
            }
            assignments.add(new Assignment(column.name(), expression));
        } while (cursor.take(","));
        String where = cursor.take("where") ? expression(sql, cursor, Set.of()) : null;
        return where == null || !cursor.atEnd()
                ? Optional.empty()
                : Optional.of(new UpdateStatement(table, assignments, where));
    }

    /** Returns the text up to one of the words outside parentheses; null without a token, or with another clause. */
    private static @Nullable String expression(String sql, TokenCursor cursor, Set<String> ends) {
        int start = cursor.peek().start();
        int end = start;
        int depth = 0;
        boolean distinct = false;
        while (!cursor.atEnd()) {
            SqlToken token = cursor.peek();
            if (depth == 0 && ends.stream().anyMatch(token::is)) {
                break;
            }
            if (depth == 0 && !distinct && OTHER_CLAUSES.stream().anyMatch(token::is)) {
                return null;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            distinct = token.is("distinct");
            end = token.end();
            cursor.take();
        }
        return end == start ? null : sql.substring(start, end);
    }
}
