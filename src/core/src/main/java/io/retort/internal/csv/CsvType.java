package io.retort.internal.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of columns in a CSV file. */
enum CsvType {
    TEXT(text -> text),
    INTEGER(Integer::valueOf),
    BIGINT(Long::valueOf),
    DECIMAL(BigDecimal::new),
    BOOLEAN(CsvType::bool),
    DATE(LocalDate::parse),
    TIME(LocalTime::parse),
    TIMESTAMP(text -> LocalDateTime.parse(text.replace(' ', 'T'))),
    INSTANT(Instant::parse),
    UUID(CsvType::uuid),
    BYTES(HexFormat.of()::parseHex);

    private final Function<String, Object> parser;

    CsvType(Function<String, Object> parser) {
        this.parser = parser;
    }

    static Optional<CsvType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(CsvType::toString).collect(Collectors.joining(", "));
    }

    /**
     * Returns the value of a text.
     *
     * @throws RuntimeException if the text is not a value of this type
     */
    Object parse(String text) {
        return parser.apply(text);
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** {@link java.util.UUID#fromString} also accepts groups that are too short. */
    private static UUID uuid(String text) {
        UUID uuid = java.util.UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }

    /** Returns the name in a file: {@code bigint}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
