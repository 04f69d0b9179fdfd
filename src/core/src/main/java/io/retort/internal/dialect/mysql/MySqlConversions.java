package io.retort.internal.dialect.mysql;

import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.Conversion.LossVerb;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.dialect.conversion.ValueType;
import io.retort.internal.dialect.ansi.AnsiConversions;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type conversions of MySQL. It converts a column as it converts a value, and without strict mode it only warns.
 */
class MySqlConversions extends AnsiConversions {

    private static final int BYTES_OF_A_CHARACTER = 4;

    /** The types whose sizes are part of their names, with their number of bytes. */
    private static final Map<String, SqlType> SIZED = Map.of(
            "tinytext", sized(Kind.CLOB, 255),
            "text", sized(Kind.CLOB, 65_535),
            "mediumtext", sized(Kind.CLOB, 16_777_215),
            "longtext", SqlType.of(Kind.CLOB),
            "tinyblob", sized(Kind.BLOB, 255),
            "blob", sized(Kind.BLOB, 65_535),
            "mediumblob", sized(Kind.BLOB, 16_777_215),
            "longblob", SqlType.of(Kind.BLOB));

    MySqlConversions(SqlNaming words) {
        super(words);
    }

    private static SqlType sized(Kind kind, int bytes) {
        return SqlType.of(kind).withArguments(List.of(bytes));
    }

    /** A long text or byte string is stored in a type that contains more than was declared. */
    @Override
    protected SqlType spelled(SqlType type) {
        SqlType read = super.spelled(type);
        SqlType large = SIZED.get(name(type));
        return large == null ? read : large;
    }

    private String name(SqlType type) {
        if (type.kind() == Kind.INTERVAL || type.kind() == Kind.ARRAY) {
            return "";
        }
        String name = words.type(type);
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }

    /** The size of a text type is a number of bytes. */
    @Override
    protected @Nullable Loss longer(SqlType before, SqlType after) {
        if (after.kind() != Kind.CLOB) {
            return super.longer(before, after);
        }
        long most = capacity(after);
        long longest = (long) capacity(before) * (before.kind() == Kind.CLOB ? 1 : BYTES_OF_A_CHARACTER);
        return longest <= most || most == Integer.MAX_VALUE ? null : moreBytes(most);
    }

    private Loss moreBytes(long most) {
        int cut = (int) (most / BYTES_OF_A_CHARACTER);
        return new Loss(
                "octet_length(convert(%s using utf8mb4)) > " + most,
                LossVerb.ARE,
                "longer than " + most + " bytes",
                left("%s", cut),
                "cut them to " + cut + " characters");
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
        return new Loss(
                Loss.ANY_VALUE,
                LossVerb.MAY,
                "have more than 24 binary digits",
                "%s",
                "round them to 24 binary digits");
    }

    /** Compared as binary, because enum constants that differ only in case are different. */
    @Override
    protected Loss enumValue(SqlType after) {
        return new Loss(
                "binary %s not in ("
                        + after.values().stream().map(words.literals()::of).collect(Collectors.joining(", ")) + ")",
                LossVerb.ARE,
                "not a value of the new type");
    }

    @Override
    protected Loss dateText(SqlType before) {
        return new Loss("not (cast(cast(%s as date) as char) <=> %s)", LossVerb.ARE, "not dates written as 2026-12-31");
    }

    @Override
    protected List<ConversionEntry> own() {
        List<ConversionEntry> all = new ArrayList<>();
        for (ValueType number : ValueType.INTEGERS) {
            all.add(kept(ValueType.BOOLEAN, number, "0 and 1"));
            all.add(kept(number, ValueType.BOOLEAN, "0 and 1")
                    .losing(new Loss("%s not in (0, 1)", LossVerb.ARE, "neither 0 nor 1")));
        }
        all.add(kept(ValueType.TIMESTAMP, ValueType.DATE, "the date; a downgrade restores midnight")
                .losing(new Loss(
                        "%s <> cast(%s as date)", LossVerb.HAVE, "a time of day", "%s", "leave out the time of day")));
        all.add(asked(ValueType.TIMESTAMP, ValueType.TIME, "the time of day; the date is lost")
                .losing(new Loss(
                        Loss.ANY_VALUE, LossVerb.HAVE, "a date", "%s", "keep the time of day and leave out the date")));
        all.add(asked(ValueType.TEXT, ValueType.JSON, "text may be JSON, whose layout is lost")
                .losing(new Loss("not json_valid(%s)", LossVerb.ARE, "not JSON")));
        all.add(asked(ValueType.JSON, ValueType.TEXT, "the document as text")
                .losing((before, after) -> capacity(after) == Integer.MAX_VALUE
                        ? null
                        : after.kind() == Kind.CLOB
                                ? new Loss(
                                        "octet_length(convert(%s using utf8mb4)) > " + capacity(after),
                                        LossVerb.ARE,
                                        "longer than " + capacity(after) + " bytes")
                                : new Loss(
                                        "char_length(%s) > " + capacity(after),
                                        LossVerb.ARE,
                                        "longer than " + capacity(after) + " characters")));
        return all;
    }
}
