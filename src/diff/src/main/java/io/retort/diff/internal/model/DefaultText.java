package io.retort.diff.internal.model;

import io.retort.internal.sql.SqlValues;
import io.retort.schema.Default;
import io.retort.sql.SqlSyntax;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a default as a literal if it certainly is one, otherwise as an expression. */
final class DefaultText {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

    private DefaultText() {}

    /** Returns the default; null for {@code null}, which equals no default. */
    static @Nullable Default parse(String text) {
        String sql = text.strip();
        String word = sql.toLowerCase(Locale.ROOT);
        if (sql.isEmpty() || word.equals("null")) {
            return null;
        }
        if (word.equals("true") || word.equals("false")) {
            return new Default.Literal(Boolean.valueOf(word));
        }
        return value(sql);
    }

    private static Default value(String sql) {
        if (SqlValues.isString(sql, SqlSyntax.STANDARD) && sql.startsWith("'") && sql.indexOf('\\') < 0) {
            return new Default.Literal(SqlValues.text(SqlValues.tokens(sql).get(0)));
        }
        if (WHOLE.matcher(sql).matches()) {
            return new Default.Literal(whole(Long.parseLong(sql)));
        }
        return DECIMAL.matcher(sql).matches() ? new Default.Literal(new BigDecimal(sql)) : new Default.Expression(sql);
    }

    private static Number whole(long value) {
        return value == (int) value ? (Number) (int) value : (Number) value;
    }
}
