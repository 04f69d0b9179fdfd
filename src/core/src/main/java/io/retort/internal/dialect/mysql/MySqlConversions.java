package io.retort.internal.dialect.mysql;

import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.dialect.conversion.ValueType;
import io.retort.internal.dialect.ansi.AnsiConversions;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type conversions of MySQL. It converts a column as it converts a value, and without strict mode it only warns.
 */
class MySqlConversions extends AnsiConversions {

    MySqlConversions(SqlNaming words) {
        super(words);
    }

    /** The types of {@code cast} differ from the types of columns. */
    @Override
    protected String cast(String value, SqlType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> "cast(" + value + " as signed)";
            case REAL, DOUBLE, FLOAT -> "(" + value + " + 0e0)";
            case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, CLOB, NCLOB -> text(value);
            default -> super.cast(value, type);
        };
    }

    @Override
    protected String text(String value) {
        return "cast(" + value + " as char)";
    }

    @Override
    protected String matches(String text, String pattern) {
        return text + " regexp " + words.literals().of(pattern);
    }

    @Override
    protected String truth(boolean value) {
        return value ? "1" : "0";
    }

    /** The type change itself parses a text. */
    @Override
    protected @Nullable String textCast(SqlType before, SqlType after) {
        return null;
    }

    @Override
    protected String uuidBytes(String text) {
        return "unhex(replace(" + text + ", '-', ''))";
    }

    @Override
    protected String uuidText(String value) {
        return "lower(insert(insert(insert(insert(hex(" + value
                + "), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-'))";
    }

    @Override
    protected String onFirstDay(SqlType after) {
        return "timestamp('1970-01-01', %s)";
    }

    /** No cast to single precision works on all versions. */
    @Override
    protected Loss single(SqlType after) {
        return new Loss(Loss.ANY_VALUE, "may have more than 24 binary digits", "%s", "round them to 24 binary digits");
    }

    /** Compared as binary, because enum constants that differ only in case are different. */
    @Override
    protected Loss label(SqlType after) {
        return new Loss(
                "binary %s not in ("
                        + after.labels().stream().map(words.literals()::of).collect(Collectors.joining(", ")) + ")",
                "are not a value of the new type");
    }

    @Override
    protected Loss dateText(SqlType before) {
        return new Loss(
                "(cast(%s as date) is null or cast(cast(%s as date) as char) <> %s)",
                "are not dates written as 2026-12-31");
    }

    @Override
    protected List<ConversionEntry> own() {
        List<ConversionEntry> all = new ArrayList<>();
        for (ValueType number : ValueType.INTEGERS) {
            all.add(kept(ValueType.BOOLEAN, number, "0 and 1"));
            all.add(kept(number, ValueType.BOOLEAN, "0 and 1")
                    .losing(new Loss("%s not in (0, 1)", "are neither 0 nor 1")));
        }
        all.add(kept(ValueType.TIMESTAMP, ValueType.DATE, "the date; a downgrade restores midnight")
                .losing(new Loss("%s <> cast(%s as date)", "have a time of day", "%s", "leave out the time of day")));
        all.add(asked(ValueType.TIMESTAMP, ValueType.TIME, "the time of day; the date is lost")
                .losing(new Loss(Loss.ANY_VALUE, "have a date", "%s", "keep the time of day and leave out the date")));
        all.add(asked(ValueType.TEXT, ValueType.JSON, "text may be JSON, whose layout is lost")
                .losing(new Loss("not json_valid(%s)", "are not JSON")));
        all.add(asked(ValueType.JSON, ValueType.TEXT, "the document as text")
                .losing((before, after) -> capacity(after) == Integer.MAX_VALUE
                        ? null
                        : new Loss(
                                "char_length(%s) > " + capacity(after),
                                "are longer than " + capacity(after) + " characters")));
        return all;
    }
}
