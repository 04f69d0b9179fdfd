package io.retort.internal.dialect.sqlite;

import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.Conversion.LossVerb;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.dialect.conversion.ValueType;
import io.retort.internal.dialect.ansi.AnsiConversions;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type conversions of SQLite, which accepts any value in any column, and stores times as the application writes
 * them.
 */
final class SqliteConversions extends AnsiConversions {

    private static final List<ValueType> TIMES = List.of(
            ValueType.DATE,
            ValueType.TIME,
            ValueType.TIME_WITH_TIME_ZONE,
            ValueType.TIMESTAMP,
            ValueType.TIMESTAMP_WITH_TIME_ZONE);

    private static final int EXACT_DIGITS = 15;

    SqliteConversions(SqlNaming words) {
        super(words);
    }

    /** Texts are not padded. */
    @Override
    protected ValueType valueType(SqlType type) {
        ValueType found = super.valueType(type);
        return found == ValueType.CHAR ? ValueType.TEXT : found;
    }

    /** Rounding an integer would return a floating point number. */
    @Override
    protected String rounded(int digits) {
        return "case when typeof(%s) = 'integer' then %s else round(%s, " + digits + ") end";
    }

    /** Decimal numbers beyond 64 bits are stored as floating point numbers. */
    @Override
    protected int exactDigits() {
        return EXACT_DIGITS;
    }

    @Override
    protected String length(String text) {
        return "length(" + text + ")";
    }

    @Override
    protected String bytes(String value) {
        return "length(cast(" + value + " as blob))";
    }

    @Override
    protected String left(String text, int length) {
        return "substr(" + text + ", 1, " + length + ")";
    }

    @Override
    protected String firstBytes(String value, int length) {
        return left(value, length);
    }

    @Override
    protected String text(String value) {
        return "cast(" + value + " as text)";
    }

    @Override
    protected @Nullable String matches(String text, String pattern) {
        return null;
    }

    @Override
    protected Loss integerText(SqlType before, ValueType to) {
        return new Loss("cast(cast(%s as integer) as text) <> %s", LossVerb.ARE, "not whole numbers");
    }

    @Override
    protected Loss decimalText(SqlType before, SqlType after) {
        return new Loss(
                "cast(cast(%s as numeric) as text) <> %s",
                LossVerb.ARE, "not written as numbers without trailing zeros");
    }

    @Override
    protected Loss numberText(SqlType before, ValueType to) {
        return new Loss(
                "cast(cast(%s as numeric) as text) <> %s and cast(cast(%s as real) as text) <> %s",
                LossVerb.ARE, "not written as SQLite writes numbers");
    }

    @Override
    protected List<ConversionEntry> own() {
        List<ConversionEntry> all = new ArrayList<>();
        for (ValueType from : TIMES) {
            for (ValueType to : TIMES) {
                all.add(asked(
                        from,
                        to,
                        "SQLite leaves stored values as they are, and the application reads them differently"));
            }
            all.add(refused(from, ValueType.TEXT, "SQLite stores times as the application writes them"));
            all.add(refused(ValueType.TEXT, from, "SQLite stores times as the application writes them"));
            all.add(refused(ValueType.CHAR, from, "SQLite stores times as the application writes them"));
        }
        return all;
    }
}
