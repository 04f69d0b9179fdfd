package io.retort.internal.declaration;

import io.retort.internal.declaration.Expression.Call;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Function;

/** The values of the JDK for which {@link io.retort.operation.JavaLiteral} writes a call. */
final class StandardValues {

    private static final Map<String, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry("java.util.UUID.fromString", java.util.UUID::fromString),
            Map.entry("new java.math.BigInteger", BigInteger::new),
            Map.entry("java.time.Instant.parse", Instant::parse),
            Map.entry("java.time.LocalDate.parse", LocalDate::parse),
            Map.entry("java.time.LocalDateTime.parse", LocalDateTime::parse),
            Map.entry("java.time.LocalTime.parse", LocalTime::parse),
            Map.entry("java.time.OffsetDateTime.parse", OffsetDateTime::parse),
            Map.entry("java.time.OffsetTime.parse", OffsetTime::parse),
            Map.entry("java.time.Year.parse", Year::parse),
            Map.entry("java.time.YearMonth.parse", YearMonth::parse),
            Map.entry("java.time.ZonedDateTime.parse", ZonedDateTime::parse));

    /** Longer ones are no sensible values, and large numbers take long to read. */
    private static final int LONGEST = 1000;

    private StandardValues() {}

    static Object of(String type, Call call, SourceErrors errors) {
        String name = type.startsWith("new ") ? type + call.method() : type + "." + call.method();
        Function<String, Object> reader = READERS.get(name);
        boolean text = call.arguments().size() == 1
                && call.arguments().get(0).evaluate(errors) instanceof String value
                && value.length() <= LONGEST;
        if (reader == null || !text) {
            throw errors.at(
                    call.at(),
                    "calls " + SourceErrors.shortened(name) + ", which is not one of the values that can be read",
                    "Write a literal, or java.util.UUID.fromString(\"...\"), java.time.LocalDate.parse(\"...\") and"
                            + " similar with one string.");
        }
        try {
            return reader.apply((String) call.arguments().get(0).evaluate(errors));
        } catch (RuntimeException e) {
            throw errors.at(
                    call.at(),
                    "contains a value that " + name + " does not accept: "
                            + SourceErrors.shortened(String.valueOf(e.getMessage())),
                    "Correct the value.");
        }
    }
}
