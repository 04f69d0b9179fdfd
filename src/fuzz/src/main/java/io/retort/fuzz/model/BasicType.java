package io.retort.fuzz.model;

import java.util.Locale;

/** A Java type with the annotations that determine how it is stored. */
public enum BasicType {
    STRING("String", "", Size.LENGTH),
    LOB_STRING("String", "@Lob", Size.NONE),
    LONG_STRING("String", "@JdbcTypeCode(SqlTypes.LONGVARCHAR)", Size.NONE),
    NATIONAL("String", "@Nationalized", Size.LENGTH),
    FIXED_STRING("String", "@JdbcTypeCode(SqlTypes.CHAR)", Size.LENGTH),
    CHARACTER("Character", "", Size.NONE),
    BOOLEAN("Boolean", "", Size.NONE),
    YES_NO("Boolean", "@Convert(converter = org.hibernate.type.YesNoConverter.class)", Size.NONE),
    TRUE_FALSE("Boolean", "@Convert(converter = org.hibernate.type.TrueFalseConverter.class)", Size.NONE),
    NUMERIC_BOOLEAN("Boolean", "@Convert(converter = org.hibernate.type.NumericBooleanConverter.class)", Size.NONE),
    BYTE("Byte", "", Size.NONE),
    SHORT("Short", "", Size.NONE),
    INTEGER("Integer", "", Size.NONE),
    LONG("Long", "", Size.NONE),
    FLOAT("Float", "", Size.NONE),
    DOUBLE("Double", "", Size.NONE),
    DECIMAL("BigDecimal", "", Size.PRECISION),
    BIG_INTEGER("BigInteger", "", Size.NONE),
    BYTES("byte[]", "", Size.LENGTH),
    LOB_BYTES("byte[]", "@Lob", Size.NONE),
    UUID("UUID", "", Size.NONE),
    UUID_TEXT("UUID", "@JdbcTypeCode(SqlTypes.CHAR)", Size.NONE),
    DATE("LocalDate", "", Size.NONE),
    TIME("LocalTime", "", Size.NONE),
    DATE_TIME("LocalDateTime", "", Size.FRACTION),
    INSTANT("Instant", "", Size.FRACTION),
    OFFSET_DATE_TIME("OffsetDateTime", "", Size.NONE),
    ZONED_DATE_TIME("ZonedDateTime", "", Size.NONE),
    OLD_DATE("Date", "@Temporal(TemporalType.TIMESTAMP)", Size.NONE),
    DURATION("Duration", "", Size.NONE),
    YEAR("Year", "", Size.NONE),
    ZONE("ZoneId", "", Size.NONE),
    LOCALE("Locale", "", Size.NONE),
    CURRENCY("Currency", "", Size.NONE),
    JSON("Map<String, String>", "@JdbcTypeCode(SqlTypes.JSON)", Size.NONE),
    STRING_ARRAY("String[]", "", Size.NONE),
    INTEGER_ARRAY("Integer[]", "", Size.NONE),
    /** A text that a converter of the application stores in reverse. */
    CONVERTED("String", "@Convert(converter = ReversedText.class)", Size.LENGTH);

    /** The size that can be declared for the column. */
    public enum Size {
        NONE,
        LENGTH,
        PRECISION,
        FRACTION
    }

    private final String java;
    private final String annotations;
    private final Size size;

    BasicType(String java, String annotations, Size size) {
        this.java = java;
        this.annotations = annotations;
        this.size = size;
    }

    public String java() {
        return java;
    }

    public Size size() {
        return size;
    }

    String annotations() {
        return annotations;
    }

    public boolean isArray() {
        return this == STRING_ARRAY || this == INTEGER_ARRAY;
    }

    /** Whether values can be elements of a set, values of a map, or in a unique column or an index. */
    public boolean isComparable() {
        return switch (this) {
            case LOB_STRING, LONG_STRING, LOB_BYTES, BYTES, JSON, STRING_ARRAY, INTEGER_ARRAY, FLOAT, DOUBLE -> false;
            default -> true;
        };
    }

    public boolean hasPrimitive() {
        return switch (this) {
            case CHARACTER, BOOLEAN, YES_NO, TRUE_FALSE, NUMERIC_BOOLEAN, BYTE, SHORT, INTEGER, LONG, FLOAT, DOUBLE ->
                true;
            default -> false;
        };
    }

    String primitive() {
        return switch (java) {
            case "Integer" -> "int";
            case "Character" -> "char";
            default -> java.toLowerCase(Locale.ROOT);
        };
    }
}
