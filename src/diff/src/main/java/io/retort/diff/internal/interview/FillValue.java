package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.schema.Column;
import io.retort.schema.SqlType.Kind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value for existing rows of a column that needs one.
 *
 * @param sql the value in SQL
 * @param literal the value if it can be a column default; null for an expression, and for types whose defaults differ
 *     between products
 * @param isExpression whether it is an SQL expression over the row
 */
record FillValue(String sql, @Nullable Object literal, boolean isExpression) {

    private static final String EXPRESSION = "sql:";
    private static final Set<Kind> PLAIN = Set.of(
            Kind.CHAR,
            Kind.VARCHAR,
            Kind.NCHAR,
            Kind.NVARCHAR,
            Kind.ENUM,
            Kind.BOOLEAN,
            Kind.TINYINT,
            Kind.SMALLINT,
            Kind.INTEGER,
            Kind.BIGINT,
            Kind.NUMERIC,
            Kind.DOUBLE,
            Kind.REAL,
            Kind.FLOAT,
            Kind.DATE,
            Kind.TIME,
            Kind.TIMESTAMP,
            Kind.TIMESTAMP_WITH_TIME_ZONE,
            Kind.UUID);

    /**
     * Parses the value of an answer.
     *
     * @throws RetortException if the column cannot contain the value
     */
    static FillValue read(String typed, Column column, String subject, Dialect dialect, AllowedValues allowed) {
        if (typed.startsWith(EXPRESSION)) {
            return new FillValue("(" + typed.substring(EXPRESSION.length()).strip() + ")", null, true);
        }
        String text = allowed.meant(unquoted(typed))
                .orElseThrow(() -> new RetortException(
                        "Column " + subject + " cannot hold '" + unquoted(typed) + "'. It allows " + allowed.describe()
                                + ".",
                        Advice.of(
                                "Give one of these values, or an expression: ",
                                Advice.option("fill", subject + "=sql:EXPRESSION"),
                                "."),
                        ExitStatus.USAGE));
        return of(value(text, column, subject), column, dialect);
    }

    /** A value that the column can hold. */
    static FillValue of(Object value, Column column, Dialect dialect) {
        return new FillValue(
                dialect.literal(value), PLAIN.contains(column.type().kind()) ? value : null, false);
    }

    Optional<Object> plain() {
        return Optional.ofNullable(literal);
    }

    private static Object value(String text, Column column, String subject) {
        try {
            return switch (TypeFamily.of(column.type())) {
                case WHOLE -> Long.valueOf(text);
                case DECIMAL, APPROXIMATE -> new BigDecimal(text);
                case TRUTH -> truth(text);
                case TEXT -> fitting(text, column);
                default -> text;
            };
        } catch (IllegalArgumentException unfit) {
            throw new RetortException(
                    "Column " + subject + " is " + column.type() + " and cannot hold '" + text + "'.",
                    Advice.of(
                            "Give another value, or an expression: ",
                            Advice.option("fill", subject + "=sql:EXPRESSION"),
                            "."),
                    ExitStatus.USAGE);
        }
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String fitting(String text, Column column) {
        boolean limited = column.type().kind() == Kind.VARCHAR || column.type().kind() == Kind.CHAR;
        if (limited && text.length() > column.type().argumentOr(Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /**
     * {@code 'BASIC'} and {@code BASIC} are equal, because a shell may have removed the quotes.
     */
    private static String unquoted(String typed) {
        boolean quoted = typed.length() >= 2 && typed.startsWith("'") && typed.endsWith("'");
        return quoted ? typed.substring(1, typed.length() - 1).replace("''", "'") : typed;
    }
}
