package io.retort.dialect.conversion;

import io.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The conversion of one type into another.
 *
 * @param from the old type
 * @param to the new type
 * @param verdict what happens to the values that the new type can hold
 * @param expression converts a value
 * @param losses the values that the new type cannot hold
 * @param why the reason, as printed in the documentation
 */
public record ConversionEntry(
        ValueType from, ValueType to, ConversionEffect verdict, Expression expression, Losses losses, String why) {

    /** Converts a value. */
    @FunctionalInterface
    public interface Expression {

        /** The database's own conversion. */
        Expression NONE = (before, after) -> null;

        /**
         * Returns the SQL expression with {@code %s} for the column and {@code {zone}} for a time zone; null for the
         * database's own conversion.
         */
        @Nullable
        String of(SqlType before, SqlType after);
    }

    /** The values that a type cannot hold. */
    @FunctionalInterface
    public interface Losses {

        /** The type can hold all values. */
        Losses NONE = (before, after) -> null;

        /** Returns the values that the new type cannot hold; null if it can hold all values. */
        @Nullable
        Loss of(SqlType before, SqlType after);
    }

    /** Returns a copy with an expression. */
    public ConversionEntry by(String sql) {
        return by((before, after) -> sql);
    }

    /** Returns a copy with an expression that depends on the types. */
    public ConversionEntry by(Expression sql) {
        return new ConversionEntry(from, to, verdict, sql, losses, why);
    }

    /** Returns a copy with losses that depend on the types. */
    public ConversionEntry losing(Losses which) {
        return new ConversionEntry(from, to, verdict, expression, which, why);
    }

    /** Returns a copy with a loss. */
    public ConversionEntry losing(Loss loss) {
        return losing((before, after) -> loss);
    }
}
