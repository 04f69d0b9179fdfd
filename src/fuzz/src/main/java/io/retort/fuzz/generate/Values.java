package io.retort.fuzz.generate;

import io.retort.fuzz.model.BasicType;
import io.retort.fuzz.model.ModelColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Generates values at the boundaries of their types. */
public final class Values {

    private static final int DEFAULT_LENGTH = 255;

    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "it's",
            "0",
            "1",
            "Y",
            "true",
            "-12",
            "2024-02-29",
            "a \"quoted\" \\ word",
            "line\nbreak\ttab",
            "h\u00e4\u00dflich \u2028 \ud83d\ude00",
            " leading",
            "null",
            "a;b -- c /* d",
            "${x} ? :y %s");

    private Values() {}

    /**
     * Returns a value of a type.
     *
     * @param type the type
     * @param column the column, whose size limits the value
     * @param number the number of the row, which makes the value of a unique column unique
     * @param random the source of randomness
     */
    public static Object of(BasicType type, ModelColumn column, int number, SplittableRandom random) {
        Object value = any(type, column, random);
        return column.unique() ? distinct(type, column, number, value) : value;
    }

    private static Object any(BasicType type, ModelColumn column, SplittableRandom random) {
        return switch (type) {
            case STRING, NATIONAL, CONVERTED -> text(length(column), random);
            case FIXED_STRING -> "x".repeat(length(column));
            case LOB_STRING, LONG_STRING -> random.nextInt(3) == 0 ? "long ".repeat(2000) : text(60, random);
            case CHARACTER -> pick(random, 'a', 'Y', '\'', '\u00df', '0');
            case BOOLEAN, YES_NO, TRUE_FALSE, NUMERIC_BOOLEAN -> random.nextBoolean();
            case BYTE -> pick(random, (byte) 0, (byte) 1, Byte.MAX_VALUE, Byte.MIN_VALUE);
            case SHORT -> pick(random, (short) 0, (short) 1, Short.MAX_VALUE, Short.MIN_VALUE, (short) 130);
            case INTEGER -> pick(random, 0, 1, -1, 2, Integer.MAX_VALUE / 2, Integer.MIN_VALUE / 2, 40000);
            case LONG -> pick(random, 0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 3000000000L);
            case FLOAT -> pick(random, 0f, 1.5f, -0.25f, 0.1f, 16777216f, 3.4e38f);
            case DOUBLE -> pick(random, 0d, 1.5d, -0.25d, 0.1d, 1e15, 1.7e308, 2.5e-308);
            case DECIMAL -> decimal(column, random);
            case BIG_INTEGER ->
                pick(
                        random,
                        BigInteger.ZERO,
                        BigInteger.TEN,
                        BigInteger.TEN.pow(30).negate());
            case BYTES -> bytes(Math.min(length(column), random.nextInt(3) == 0 ? 200 : 3), random);
            case LOB_BYTES -> bytes(random.nextInt(3) == 0 ? 5000 : 3, random);
            case UUID, UUID_TEXT ->
                pick(random, new UUID(0, 1), uuid(random.nextLong(), random.nextLong()), uuid(-1, -1));
            case DATE ->
                pick(
                        random,
                        LocalDate.EPOCH,
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(9999, 12, 31),
                        LocalDate.of(1600, 1, 1));
            case TIME -> pick(random, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59), LocalTime.of(2, 30));
            case DATE_TIME -> dateTime(column, random);
            case INSTANT -> dateTime(column, random).toInstant(ZoneOffset.UTC);
            case OFFSET_DATE_TIME ->
                OffsetDateTime.of(dateTime(column, random), ZoneOffset.ofHours(random.nextInt(-3, 4)));
            case ZONED_DATE_TIME ->
                ZonedDateTime.of(dateTime(column, random), ZoneOffset.ofHours(random.nextInt(-3, 4)));
            case OLD_DATE -> pick(random, new Date(0), new Date(1_709_164_799_123L));
            case DURATION ->
                pick(random, Duration.ZERO, Duration.ofSeconds(90), Duration.ofNanos(1), Duration.ofDays(-2));
            case YEAR -> pick(random, Year.of(1970), Year.of(2024));
            case ZONE -> pick(random, ZoneId.of("Europe/Berlin"), ZoneOffset.UTC);
            case LOCALE -> pick(random, Locale.GERMANY, Locale.ENGLISH);
            case CURRENCY -> pick(random, Currency.getInstance("EUR"), Currency.getInstance("JPY"));
            case JSON -> json(random);
            case STRING_ARRAY -> new String[] {text(20, random), text(20, random)};
            case INTEGER_ARRAY -> new Integer[] {random.nextInt(), 0};
        };
    }

    /** MariaDB refuses other versions and variants than the standard's. */
    private static UUID uuid(long high, long low) {
        return new UUID(high & ~0xF000L | 0x4000L, low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    private static Map<String, String> json(SplittableRandom random) {
        Map<String, String> json = new TreeMap<>();
        json.put("a", text(30, random));
        json.put("b", "1");
        return json;
    }

    /** A unique value that is similar to the given one. */
    private static Object distinct(BasicType type, ModelColumn column, int number, Object value) {
        return switch (type) {
            case STRING, NATIONAL, CONVERTED -> cut(number + "_" + value, length(column));
            case FIXED_STRING -> cut(number + "x".repeat(length(column)), length(column));
            case SHORT -> (short) number;
            case BYTE -> (byte) (number % 120);
            case INTEGER -> number;
            case LONG -> Long.MAX_VALUE - number;
            case DECIMAL -> BigDecimal.valueOf(number, column.precision() > 0 ? column.scale() : 2);
            case BIG_INTEGER -> BigInteger.valueOf(number);
            case UUID, UUID_TEXT -> new UUID(1, number);
            case DATE -> LocalDate.EPOCH.plusDays(number);
            case DATE_TIME -> LocalDate.EPOCH.plusDays(number).atStartOfDay();
            case INSTANT -> Instant.EPOCH.plusSeconds(number);
            default -> value;
        };
    }

    /** Whether {@link #of} can generate a unique value for each row. */
    public static boolean canBeUnique(BasicType type) {
        return switch (type) {
            case STRING, NATIONAL, SHORT, INTEGER, LONG, DECIMAL, UUID, UUID_TEXT, DATE, DATE_TIME -> true;
            default -> false;
        };
    }

    private static LocalDateTime dateTime(ModelColumn column, SplittableRandom random) {
        int digits = column.fraction() < 0 ? 6 : Math.min(6, column.fraction());
        int nanos = 987_654_000 / (int) Math.pow(10, 9 - digits) * (int) Math.pow(10, 9 - digits);
        return pick(
                random,
                LocalDate.EPOCH.atStartOfDay(),
                LocalDateTime.of(2024, 2, 29, 23, 59, 59, nanos),
                LocalDateTime.of(2024, 3, 31, 2, 30),
                LocalDateTime.of(1999, 12, 31, 23, 30),
                LocalDateTime.of(2300, 1, 1, 0, 0, 0, nanos));
    }

    private static BigDecimal decimal(ModelColumn column, SplittableRandom random) {
        int precision = column.precision() > 0 ? column.precision() : 38;
        int scale = column.precision() > 0 ? column.scale() : 2;
        BigDecimal most = new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
        return pick(
                random, BigDecimal.ZERO, most, most.negate(), BigDecimal.ONE, new BigDecimal(BigInteger.ONE, scale));
    }

    private static byte[] bytes(int length, SplittableRandom random) {
        byte[] bytes = new byte[Math.max(1, length)];
        random.nextBytes(bytes);
        byte[] text = "text".getBytes(StandardCharsets.US_ASCII);
        return random.nextInt(4) == 0 && length >= text.length ? text : bytes;
    }

    private static String text(int length, SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return "m".repeat(Math.min(length, 6000));
        }
        return cut(TEXTS.get(random.nextInt(TEXTS.size())), length);
    }

    private static String cut(String text, int length) {
        int end = text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), length));
        return text.substring(0, end);
    }

    private static int length(ModelColumn column) {
        return column.length() > 0 ? column.length() : DEFAULT_LENGTH;
    }

    @SafeVarargs
    private static <T> T pick(SplittableRandom random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /**
     * Returns a text that is equal for values that are equal for an application.
     *
     * @param value the value; can be null
     */
    public static String canonical(@Nullable Object value) {
        return Canonical.of(value);
    }
}
