package io.retort.fuzz.generate;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Converts values to texts that are equal if the values are equal for an application, regardless of their Java types.
 * For example, the number 12 can be an Integer, a BigDecimal or a text.
 */
final class Canonical {

    private Canonical() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Duration duration) {
            return Long.toString(duration.toNanos());
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value.getClass().isArray()) {
            return array(value);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(of(key), of(entry)));
            return sorted.toString();
        }
        if (value instanceof Collection<?> several) {
            List<String> all =
                    new ArrayList<>(several.stream().map(Canonical::of).toList());
            if (value instanceof Set<?>) {
                all.sort(null);
            }
            return all.toString();
        }
        return moment(value);
    }

    private static String moment(Object value) {
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof Date moment) {
            return Instant.ofEpochMilli(moment.getTime()).toString();
        }
        return value.toString();
    }

    private static String number(Number number) {
        if (number instanceof Float single) {
            return new BigDecimal(single.doubleValue()).stripTrailingZeros().toPlainString();
        }
        if (number instanceof Double twice) {
            return new BigDecimal(twice).stripTrailingZeros().toPlainString();
        }
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    private static String array(Object array) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            all.add(of(Array.get(array, i)));
        }
        return all.toString();
    }
}
