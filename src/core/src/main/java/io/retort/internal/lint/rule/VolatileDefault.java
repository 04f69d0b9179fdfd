package io.retort.internal.lint.rule;

import io.retort.internal.sql.SqlToken;
import io.retort.schema.Default;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a default has the same value in every row, so that a server need not write it into the rows. */
public final class VolatileDefault {

    /** Functions with one value for the whole statement. A function that is not in the list counts as volatile. */
    private static final Set<String> STABLE = Set.of(
            "now",
            "current_timestamp",
            "transaction_timestamp",
            "statement_timestamp",
            "localtimestamp",
            "current_time",
            "localtime",
            "current_date",
            "cast",
            "coalesce",
            "lower",
            "upper",
            "concat",
            "to_date",
            "date",
            "varchar",
            "char",
            "numeric",
            "decimal",
            "timestamp",
            "time",
            "interval",
            "json_build_object",
            "json_build_array",
            "jsonb_build_object",
            "jsonb_build_array");

    private VolatileDefault() {}

    /** Returns whether a default can have another value in every row. */
    public static boolean isVolatile(@Nullable Default value, SqlSyntax syntax) {
        if (!(value instanceof Default.Expression expression)) {
            return false;
        }
        List<SqlToken> tokens = SqlToken.of(expression.sql(), syntax);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.isName()
                    && tokens.get(i + 1).is("(")
                    && !STABLE.contains(token.text().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a default calls a function or contains another expression than a literal or the current time. */
    public static boolean isExpression(@Nullable Default value, SqlSyntax syntax) {
        if (!(value instanceof Default.Expression expression)) {
            return false;
        }
        List<SqlToken> tokens = SqlToken.of(expression.sql(), syntax);
        boolean time = !tokens.isEmpty()
                && Set.of("current_timestamp", "now", "localtimestamp")
                        .contains(tokens.get(0).text().toLowerCase(Locale.ROOT));
        return !time && tokens.stream().anyMatch(token -> token.is("("));
    }
}
