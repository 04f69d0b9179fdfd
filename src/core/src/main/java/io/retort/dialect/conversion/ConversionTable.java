package io.retort.dialect.conversion;

import io.retort.schema.SqlType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
                new Loss(Loss.ANY_VALUE, "cannot become a value of the new type"),
                "no conversion keeps the meaning of a value");
    }
}
