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

/** The conversions of a product. */
public final class ConversionTable {

    private final UnaryOperator<SqlType> spelled;
    private final Function<SqlType, ValueType> valueType;
    private final Map<ValueType, Map<ValueType, ConversionEntry>> entries = new EnumMap<>(ValueType.class);

    /**
     * A table.
     *
     * @param spelled a type as the product reads it back; several types may be one there
     * @param valueType what a type holds
     * @param entries the entries; of two for the same pair the first counts
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

    /** All entries. */
    public List<ConversionEntry> entries() {
        return entries.values().stream().flatMap(row -> row.values().stream()).toList();
    }

    /** The entry for a pair; empty for one that is refused. */
    public Optional<ConversionEntry> entry(ValueType from, ValueType to) {
        return Optional.ofNullable(entries.getOrDefault(from, Map.of()).get(to));
    }

    /** What a type holds. */
    public ValueType valueType(SqlType type) {
        return valueType.apply(spelled.apply(type));
    }

    /** What becomes of the values of a column whose type changes. */
    public Conversion between(SqlType before, SqlType after) {
        return between(before, valueType(before), after, valueType(after));
    }

    /** The same where more is known of what the columns hold, such as a UUID in bytes. */
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
                Verdict.REFUSED,
                null,
                new Loss(Loss.ANY_VALUE, "cannot become a value of the new type"),
                "no conversion keeps the meaning of a value");
    }
}
