package io.retort.dialect.conversion;

import io.retort.dialect.conversion.Conversion.ConversionEffect;
import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.Conversion.LossVerb;
import io.retort.schema.SqlType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The type conversions of a product. */
public final class ConversionTable {

    private final UnaryOperator<SqlType> spelled;
    private final Function<SqlType, ValueType> valueType;
    private final Map<ValueType, Map<ValueType, ConversionEntry>> entries = new EnumMap<>(ValueType.class);

    /**
     * Creates a table.
     *
     * @param spelled returns a type as the product reports it; several types can be one there
     * @param valueType returns the values that a type holds
     * @param entries the entries; the first one for a pair of types takes precedence
     */
    public ConversionTable(
            UnaryOperator<SqlType> spelled,
            Function<SqlType, ValueType> valueType,
            Collection<ConversionEntry> entries) {
        this.spelled = spelled;
        this.valueType = valueType;
        entries.forEach(entry -> this.entries
                .computeIfAbsent(entry.from(), from -> new LinkedHashMap<>())
                .putIfAbsent(entry.to(), entry));
    }

    /** Returns all entries. */
    public List<ConversionEntry> entries() {
        return entries.values().stream().flatMap(row -> row.values().stream()).toList();
    }

    /** Returns the entry for a pair of types; empty if the conversion is refused. */
    public Optional<ConversionEntry> entry(ValueType from, ValueType to) {
        return Optional.ofNullable(entries.getOrDefault(from, Map.of()).get(to));
    }

    /** Returns the values that a type holds. */
    public ValueType valueType(SqlType type) {
        return valueType.apply(spelled.apply(type));
    }

    /** Returns a type as the product reports it, for example with the size that the product gives it. */
    public SqlType reported(SqlType type) {
        return spelled.apply(type);
    }

    /** Returns what happens to the values of a column when its type changes. */
    public Conversion between(SqlType before, SqlType after) {
        return between(before, valueType(before), after, valueType(after));
    }

    /**
     * Returns what happens to the values of a column when its type changes, with more precise value types, for example
     * UUIDs as bytes.
     */
    public Conversion between(SqlType before, ValueType from, SqlType after, ValueType to) {
        SqlType was = spelled.apply(before);
        SqlType is = spelled.apply(after);
        if (was.equals(is) && from == to) {
            return Conversion.NOTHING;
        }
        return entry(from, to)
                .map(entry -> new Conversion(
                        entry.verdict(),
                        entry.expression().of(was, is),
                        entry.losses().of(was, is),
                        entry.why()))
                .orElseGet(ConversionTable::refused);
    }

    private static Conversion refused() {
        return new Conversion(
                ConversionEffect.REFUSED,
                null,
                new Loss(Loss.ANY_VALUE, LossVerb.CANNOT, "become a value of the new type"),
                "no conversion keeps the meaning of a value");
    }

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
}
