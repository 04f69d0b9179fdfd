package io.retort.dialect.conversion;

import io.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * One pair of types.
 *
 * @param from the old type
 * @param to the new type
 * @param verdict what becomes of the values that the new type can hold
 * @param expression how a value is converted
 * @param losses which values it cannot hold
 * @param why the reason, as the documentation prints it
 */
public record ConversionEntry(
        ValueType from, ValueType to, Verdict verdict, Expression expression, Losses losses, String why) {

    /** How a value is converted. */
    @FunctionalInterface
    public interface Expression {

        /** As the database does it by itself. */
        Expression NONE = (before, after) -> null;

        /** In SQL with {@code %s} for the column, and {@code {zone}} for a time zone; null to leave it to the database. */
        @Nullable
        String of(SqlType before, SqlType after);
    }

    /** Which values a type cannot hold. */
    @FunctionalInterface
    public interface Losses {

        Losses NONE = (before, after) -> null;

        /** Null if it can hold them all. */
        @Nullable
        Loss of(SqlType before, SqlType after);
    }

    /** The same with an expression. */
    public ConversionEntry by(String sql) {
        return by((before, after) -> sql);
    }

    public ConversionEntry by(Expression sql) {
        return new ConversionEntry(from, to, verdict, sql, losses, why);
    }

    /** The same with values that are lost. */
    public ConversionEntry losing(Losses which) {
        return new ConversionEntry(from, to, verdict, expression, which, why);
    }

    public ConversionEntry losing(Loss loss) {
        return losing((before, after) -> loss);
    }
}
