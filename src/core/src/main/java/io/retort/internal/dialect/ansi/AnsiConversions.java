package io.retort.internal.dialect.ansi;

import static io.retort.dialect.conversion.ValueType.BINARY;
import static io.retort.dialect.conversion.ValueType.BOOLEAN;
import static io.retort.dialect.conversion.ValueType.BYTES;
import static io.retort.dialect.conversion.ValueType.CHAR;
import static io.retort.dialect.conversion.ValueType.DATE;
import static io.retort.dialect.conversion.ValueType.DOUBLE;
import static io.retort.dialect.conversion.ValueType.ENUM;
import static io.retort.dialect.conversion.ValueType.INTEGERS;
import static io.retort.dialect.conversion.ValueType.NUMERIC;
import static io.retort.dialect.conversion.ValueType.REAL;
import static io.retort.dialect.conversion.ValueType.TEXT;
import static io.retort.dialect.conversion.ValueType.TIME;
import static io.retort.dialect.conversion.ValueType.TIMESTAMP;
import static io.retort.dialect.conversion.ValueType.TIMESTAMP_WITH_TIME_ZONE;
import static io.retort.dialect.conversion.ValueType.TIME_WITH_TIME_ZONE;
import static io.retort.dialect.conversion.ValueType.UUID;
import static io.retort.dialect.conversion.ValueType.UUID_BYTES;
import static io.retort.dialect.conversion.ValueType.UUID_TEXT;

import io.retort.dialect.conversion.Conversion.ConversionEffect;
import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.Conversion.LossVerb;
import io.retort.dialect.conversion.ConversionTable;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry.Expression;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry.Losses;
import io.retort.dialect.conversion.ValueType;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type conversions that products share, in standard SQL. A product overrides what differs, and adds its own. */
public abstract class AnsiConversions {

    /** Matches the only text form of an integer. */
    protected static final String INTEGER_TEXT = "^(0|-?[1-9][0-9]*)$";

    /** Matches the text form of a date. */
    protected static final String DATE_TEXT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    protected static final String UUID_PATTERN = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

    private static final String TRUE = "'true', 't', 'yes', 'y', '1'";
    private static final String FALSE = "'false', 'f', 'no', 'n', '0'";
    private static final String NUMBER_TEXT = "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$";
    private static final int SINGLE_DIGITS = 7;
    private static final int DOUBLE_DIGITS = 16;
    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final List<Integer> DIGITS = List.of(3, 5, 10, 19);
    private static final List<Integer> BITS = List.of(7, 15, 31, 63);
    private static final int SINGLE_BITS = 24;
    private static final int DOUBLE_BITS = 53;
    private static final int UUID_LENGTH = 36;
    private static final int UUID_BYTE_COUNT = 16;
    private static final int LONGEST_NUMBER = 30;

    protected final SqlNaming words;

    /** Created when it is needed: a run does not need its many classes, and would load all of them. */
    private @Nullable ConversionTable table;

    protected AnsiConversions(SqlNaming words) {
        this.words = words;
    }

    /** Returns all conversions of the product. */
    public final ConversionTable table() {
        ConversionTable present = table;
        if (present == null) {
            List<ConversionEntry> all = new ArrayList<>(own());
            all.addAll(shared());
            present = new ConversionTable(this::spelled, this::valueType, all);
            table = present;
        }
        return present;
    }

    /** Returns the product's own entries, which take precedence. */
    protected abstract List<ConversionEntry> own();

    /** Returns the values that a type holds on this product. */
    protected ValueType valueType(SqlType type) {
        return ValueType.of(type);
    }

    /** Returns a type as the product reports it. */
    protected SqlType spelled(SqlType type) {
        if (type.kind() == Kind.OTHER || type.kind() == Kind.ARRAY) {
            return type;
        }
        Optional<SqlType> read;
        try {
            read = words.types().read(words.type(type));
        } catch (io.retort.error.RetortException noSuchType) {
            read = Optional.empty();
        }
        return read.orElse(type);
    }

    // expressions of the product

    protected String length(String text) {
        return "char_length(" + text + ")";
    }

    protected String bytes(String value) {
        return "octet_length(" + value + ")";
    }

    protected String left(String text, int length) {
        return "left(" + text + ", " + length + ")";
    }

    protected String firstBytes(String value, int length) {
        return "substring(" + value + " from 1 for " + length + ")";
    }

    /**
     * Returns an expression of several literals without the trailing blanks that some products add to the shorter ones.
     */
    protected String trimPadding(String text) {
        return text;
    }

    /** Returns the decimal column, rounded to this number of decimal places. */
    protected String rounded(int digits) {
        return "round(%s, " + digits + ")";
    }

    /** Returns the conversion of a number or date to text; null for the product's own conversion. */
    protected @Nullable String asText(SqlType after) {
        return null;
    }

    protected String cast(String value, SqlType type) {
        return "cast(" + value + " as " + words.type(type) + ")";
    }

    /** Returns a value as text, in the product's format. */
    protected String text(String value) {
        return "cast(" + value + " as varchar(1000))";
    }

    /** Returns the column in a form that can be cast. Not every product casts long texts or long binary values. */
    protected String source(SqlType type) {
        return "%s";
    }

    /** Returns a condition that a text matches a pattern; null if the product has no regular expressions. */
    protected abstract @Nullable String matches(String text, String pattern);

    // entries

    private List<ConversionEntry> shared() {
        List<ConversionEntry> all = new ArrayList<>();
        integers(all);
        decimals(all);
        approximates(all);
        booleans(all);
        texts(all);
        binaries(all);
        temporals(all);
        uuids(all);
        return all;
    }

    private void integers(List<ConversionEntry> all) {
        for (ValueType from : INTEGERS) {
            for (ValueType to : INTEGERS) {
                all.add(kept(from, to, "whole numbers stay the same as long as they are in range")
                        .losing((before, after) -> range(from, to)));
            }
            all.add(kept(from, NUMERIC, "whole numbers stay the same as long as there are enough digits")
                    .losing(this::digits));
            all.add(kept(from, REAL, "exact up to 24 binary digits")
                    .losing((before, after) -> exact(from, SINGLE_BITS)));
            all.add(kept(from, DOUBLE, "exact up to 53 binary digits")
                    .losing((before, after) -> exact(from, DOUBLE_BITS)));
            all.add(kept(from, TEXT, "the decimal digits of the number")
                    .by((before, after) -> asText(after))
                    .losing(this::longNumber));
        }
    }

    private void decimals(List<ConversionEntry> all) {
        all.add(kept(NUMERIC, NUMERIC, "decimal numbers stay the same as long as there are enough digits")
                .losing(this::digits));
        for (ValueType to : INTEGERS) {
            all.add(kept(NUMERIC, to, "whole numbers stay the same as long as they are in range")
                    .losing((before, after) -> whole(after, to)));
        }
        for (ValueType to : List.of(REAL, DOUBLE)) {
            all.add(asked(NUMERIC, to, "most decimal fractions have no exact binary form")
                    .losing((before, after) -> binary(to)));
        }
        all.add(kept(NUMERIC, TEXT, "the decimal digits of the number")
                .by((before, after) -> asText(after))
                .losing(this::longNumber));
    }

    private void approximates(List<ConversionEntry> all) {
        all.add(kept(REAL, REAL, "the same type"));
        all.add(kept(DOUBLE, DOUBLE, "the same type"));
        all.add(kept(REAL, DOUBLE, "53 binary digits hold every value of 24"));
        all.add(kept(DOUBLE, REAL, "exact up to 24 binary digits").losing((before, after) -> single(after)));
        for (ValueType from : List.of(REAL, DOUBLE)) {
            for (ValueType to : INTEGERS) {
                all.add(kept(from, to, "whole numbers stay the same as long as they are in range")
                        .losing((before, after) -> wholeOf(from, to)));
            }
            all.add(kept(from, TEXT, "as many digits as needed to restore the number")
                    .by((before, after) -> asText(after))
                    .losing(this::approximateText));
            all.add(asked(from, NUMERIC, "binary fractions have long decimal forms")
                    .losing((before, after) -> decimal(before, after)));
        }
    }

    private void booleans(List<ConversionEntry> all) {
        List<ValueType> numbers = new ArrayList<>(INTEGERS);
        numbers.add(NUMERIC);
        for (ValueType number : numbers) {
            all.add(converted(BOOLEAN, number, "0 and 1").by("case when %s then 1 when not %s then 0 end"));
            all.add(converted(number, BOOLEAN, "0 and 1")
                    .by("%s <> 0")
                    .losing(new Loss("%s not in (0, 1)", LossVerb.ARE, "neither 0 nor 1")));
        }
        all.add(asked(BOOLEAN, TEXT, "true and false")
                .by(trimPadding("case when %s then 'true' when not %s then 'false' end"))
                .losing((before, after) -> capacity(after) >= "false".length()
                        ? null
                        : new Loss(Loss.ANY_VALUE, LossVerb.BECOME, "true or false, which are longer")));
        for (ValueType text : List.of(TEXT, CHAR)) {
            all.add(asked(text, BOOLEAN, "true and false, t and f, yes and no, y and n, 1 and 0")
                    .by("case when lower(%s) in (" + TRUE + ") then " + truth(true) + " when lower(%s) in (" + FALSE
                            + ") then " + truth(false) + " end")
                    .losing(new Loss(
                            "lower(%s) not in (" + TRUE + ", " + FALSE + ")", LossVerb.ARE, "neither true nor false")));
        }
    }

    /** Returns a boolean literal. */
    protected String truth(boolean value) {
        return String.valueOf(value);
    }

    private void texts(List<ConversionEntry> all) {
        for (ValueType from : List.of(TEXT, CHAR)) {
            all.add(kept(from, TEXT, "text stays the same as long as it fits").losing(this::longer));
            all.add(kept(from, CHAR, "text of exactly the length stays the same; shorter text is padded with spaces")
                    .losing((before, after) -> padded(after)));
            for (ValueType to : INTEGERS) {
                all.add(asked(from, to, "text may be a number")
                        .by((before, after) -> textCast(before, after))
                        .losing((before, after) -> integerText(before, to)));
            }
            all.add(asked(from, NUMERIC, "text may be a number")
                    .by((before, after) -> textCast(before, after))
                    .losing((before, after) -> decimalText(before, after)));
            for (ValueType to : List.of(REAL, DOUBLE)) {
                all.add(asked(from, to, "text may be a number")
                        .by((before, after) -> textCast(before, after))
                        .losing((before, after) -> numberText(before, to)));
            }
            all.add(asked(from, DATE, "text may be a date, written as 2026-12-31")
                    .by((before, after) -> textCast(before, after))
                    .losing((before, after) -> dateText(before)));
            all.add(kept(from, ENUM, "enum values stay the same")
                    .by((before, after) -> source(before).equals("%s") ? null : source(before))
                    .losing((before, after) -> enumValue(after)));
        }
        all.add(kept(ENUM, TEXT, "enum values are text").losing(this::longEnumValue));
        all.add(kept(ENUM, ENUM, "enum values stay the same").losing((before, after) -> null));
        all.add(kept(UUID, TEXT, "36 characters").losing(this::longUuid));
        all.add(kept(DATE, TEXT, "written as 2026-12-31")
                .by((before, after) -> asText(after))
                .losing((before, after) -> capacity(after) >= DATE_LENGTH
                        ? null
                        : new Loss(Loss.ANY_VALUE, LossVerb.HAVE, "10 characters")));
    }

    private static final int DATE_LENGTH = 10;

    private void binaries(List<ConversionEntry> all) {
        for (ValueType from : List.of(BYTES, BINARY)) {
            all.add(kept(from, BYTES, "bytes stay the same as long as they fit").losing(this::moreBytes));
            all.add(kept(from, BINARY, "bytes of exactly the length stay the same; fewer are padded with zeros")
                    .losing((before, after) -> paddedBytes(before, after)));
        }
    }

    private void temporals(List<ConversionEntry> all) {
        all.add(kept(DATE, TIMESTAMP, "midnight of the date"));
        all.add(kept(TIMESTAMP, DATE, "the date; a downgrade restores midnight")
                .by((before, after) -> cast("%s", after))
                .losing((before, after) -> new Loss(
                        "%s <> " + cast(cast("%s", after), before),
                        LossVerb.HAVE,
                        "a time of day",
                        "%s",
                        "leave out the time of day")));
        for (ValueType type : List.of(TIME, TIMESTAMP, TIME_WITH_TIME_ZONE, TIMESTAMP_WITH_TIME_ZONE)) {
            all.add(kept(type, type, "the same time as long as there are enough digits for its fraction")
                    .losing(this::fraction));
        }
        all.add(asked(TIMESTAMP, TIME, "the time of day; the date is lost")
                .by((before, after) -> cast("%s", after))
                .losing(new Loss(
                        Loss.ANY_VALUE, LossVerb.HAVE, "a date", "%s", "keep the time of day and leave out the date")));
        all.add(asked(TIME, TIMESTAMP, "the time of day on 1970-01-01: no date is known")
                .by((before, after) -> onFirstDay(after)));
    }

    /**
     * Returns the local times that a zone skips, when its clocks go forward, or has twice, when they go back.
     *
     * @param backAgain converts a local time to an instant and back
     * @param twice selects the local times that two instants have
     */
    protected static Loss skippedOrTwice(String backAgain, String twice) {
        return new Loss(
                "(" + backAgain + " <> %s or " + twice + ")",
                LossVerb.DO,
                "not survive the conversion, because the zone skips an hour or has it twice");
    }

    /**
     * Returns the instants whose local time means another instant, because the zone has it twice.
     *
     * @param backAgain converts an instant to a local time and back
     */
    protected static Loss inOneOfTwo(String backAgain) {
        return new Loss(
                backAgain + " <> %s", LossVerb.DO, "not survive the conversion, because the zone has their hour twice");
    }

    /** Returns a time of day on 1970-01-01. */
    protected String onFirstDay(SqlType after) {
        return cast("'1970-01-01 ' || " + text("%s"), after);
    }

    private void uuids(List<ConversionEntry> all) {
        all.add(kept(UUID_TEXT, UUID_TEXT, "the same text").losing(this::longer));
        all.add(kept(UUID_BYTES, UUID_BYTES, "the same bytes").losing(this::moreBytes));
        all.add(kept(UUID, UUID_TEXT, "36 characters").losing(this::longUuid));
        String pattern = matches("%s", UUID_PATTERN);
        Loss others = new Loss(
                pattern == null ? length("%s") + " <> " + UUID_LENGTH : "not (" + pattern + ")",
                LossVerb.ARE,
                "not the 36 characters of a UUID in lower case");
        all.add(converted(UUID_TEXT, UUID, "36 characters")
                .by((before, after) -> textCast(before, after))
                .losing(others));
        for (ValueType text : List.of(TEXT, CHAR)) {
            all.add(asked(text, UUID, "text may be a UUID")
                    .by((before, after) -> textCast(before, after))
                    .losing(others));
        }
        String toBytes = uuidBytes("%s");
        String toText = uuidText("%s");
        if (toBytes != null && toText != null) {
            all.add(converted(UUID_TEXT, UUID_BYTES, "16 bytes").by(toBytes).losing(others));
            all.add(converted(UUID_BYTES, UUID_TEXT, "36 characters")
                    .by(toText)
                    .losing(new Loss(bytes("%s") + " <> 16", LossVerb.DO, "not have the 16 bytes of a UUID")));
        }
    }

    /** Returns the bytes of a UUID text; null if the product cannot compute them. */
    protected @Nullable String uuidBytes(String text) {
        return null;
    }

    /** Returns the text of UUID bytes; null if the product cannot compute it. */
    protected @Nullable String uuidText(String value) {
        return null;
    }

    // losses

    private @Nullable Loss range(ValueType from, ValueType to) {
        int place = INTEGERS.indexOf(to);
        return INTEGERS.indexOf(from) <= place ? null : outOf(place);
    }

    private static Loss outOf(int place) {
        return new Loss(
                outside(place),
                LossVerb.ARE,
                "out of range",
                "case when %s > 0 then " + most(place) + " else " + least(place) + " end",
                "give them the largest or smallest number of the type");
    }

    private static String outside(int place) {
        return "%s not between " + least(place) + " and " + most(place);
    }

    private static String most(int place) {
        return BigInteger.TWO.pow(BITS.get(place)).subtract(BigInteger.ONE).toString();
    }

    /** The smallest value of the largest type is left out, because some products cannot write it as a literal. */
    private static String least(int place) {
        BigInteger least = BigInteger.TWO.pow(BITS.get(place)).negate();
        return (place == INTEGERS.size() - 1 ? least.add(BigInteger.ONE) : least).toString();
    }

    private static @Nullable Loss exact(ValueType from, int bits) {
        if (BITS.get(INTEGERS.indexOf(from)) <= bits) {
            return null;
        }
        String most = BigInteger.TWO.pow(bits).toString();
        return new Loss(
                "%s not between -" + most + " and " + most,
                LossVerb.HAVE,
                "more than " + bits + " binary digits, beyond which not every whole number is exact",
                "%s",
                "round them to " + bits + " binary digits");
    }

    private @Nullable Loss digits(SqlType before, SqlType after) {
        int scale = scale(after);
        int digits = wholeDigits(after);
        if (wholeDigits(before) <= digits && scale(before) <= scale) {
            return null;
        }
        String limit = BigDecimal.TEN.pow(digits).toPlainString();
        String equal = digits > exactDigits() ? "" : "=";
        boolean whole = scale(before) <= scale;
        String rounded = whole ? "%s" : rounded(scale);
        return new Loss(
                "(" + rounded + " >" + equal + " " + limit + " or " + rounded + " <" + equal + " -" + limit
                        + (whole ? ")" : " or %s <> " + rounded + ")"),
                LossVerb.DO,
                "not fit " + after,
                fitting(
                        rounded,
                        whole ? digits : Math.min(digits, wholeDigits(before)),
                        Math.min(scale, scale(before))),
                "round them to " + scale + " decimals, and the largest to what fits");
    }

    /**
     * The values are truncated while the column still has its old type, which may not hold a number that is rounded up.
     */
    private String fitting(String rounded, int digits, int scale) {
        String limit = BigDecimal.TEN.pow(digits).toPlainString();
        String equal = digits > exactDigits() ? "" : "=";
        String largest = BigDecimal.TEN
                .pow(digits)
                .subtract(BigDecimal.ONE.movePointLeft(scale))
                .toPlainString();
        return "case when " + rounded + " >" + equal + " " + limit + " then " + largest + " when " + rounded + " <"
                + equal + " -" + limit + " then -" + largest + " else " + rounded + " end";
    }

    /**
     * The number of exact digits of a decimal number. With more digits, the largest number is stored as the next power
     * of ten.
     */
    protected int exactDigits() {
        return ENDLESS;
    }

    private static int wholeDigits(SqlType type) {
        int place = INTEGERS.indexOf(ValueType.of(type));
        if (place >= 0) {
            return DIGITS.get(place);
        }
        return type.kind() == Kind.NUMERIC ? type.argumentOr(ENDLESS) - scale(type) : ENDLESS;
    }

    /** The type of another kind is a decimal number without a precision, which has any number of decimals. */
    private static int scale(SqlType type) {
        return type.kind() == Kind.OTHER
                ? ENDLESS
                : type.arguments().size() > 1 ? type.arguments().get(1) : 0;
    }

    private @Nullable Loss whole(SqlType before, ValueType to) {
        int place = INTEGERS.indexOf(to);
        return new Loss(
                "(%s <> " + rounded(0) + " or " + outside(place) + ")",
                LossVerb.ARE,
                "not whole numbers in the range of " + to,
                wholeDigits(before) < DIGITS.get(place)
                        ? fitting(rounded(0), wholeDigits(before), 0)
                        : "case when %s > " + most(place) + " then " + most(place) + " when %s < " + least(place)
                                + " then " + least(place) + " else " + rounded(0) + " end",
                "round them to whole numbers, and the largest to what fits");
    }

    /** Uses only checks that cannot fail: a fraction, or more digits than are exact. A conversion could fail. */
    private Loss binary(ValueType to) {
        String most = BigInteger.TWO.pow(to == REAL ? SINGLE_BITS : DOUBLE_BITS).toString();
        return new Loss(
                "(%s <> " + rounded(0) + " or %s not between -" + most + " and " + most + ")",
                LossVerb.HAVE,
                "a fraction, or more digits than are exact",
                "%s",
                "take the nearest binary number");
    }

    protected @Nullable Loss single(SqlType after) {
        return new Loss(
                "case when abs(%s) > 3.4E38 or (%s <> 0 and abs(%s) < 1.2E-38) then true else "
                        + cast(cast("%s", after), SqlType.of(Kind.DOUBLE)) + " <> %s end",
                LossVerb.HAVE,
                "more than 24 binary digits",
                null,
                "");
    }

    private static Loss wholeOf(ValueType from, ValueType to) {
        int place = INTEGERS.indexOf(to);
        String most = place == INTEGERS.size() - 1 ? "9.2233720368547E18" : most(place);
        String least = place == INTEGERS.size() - 1 ? "-9.2233720368547E18" : least(place);
        return new Loss(
                "(%s <> floor(%s) or %s not between " + least + " and " + most + ")",
                LossVerb.ARE,
                "not whole numbers in the range of " + to);
    }

    protected @Nullable Loss decimal(SqlType before, SqlType after) {
        if (scale(after) == ENDLESS) {
            return new Loss(cast(cast("%s", after), before) + " <> %s", LossVerb.ARE, "not exact in " + after);
        }
        String limit = BigDecimal.TEN.pow(wholeDigits(after)).toPlainString();
        return new Loss(
                "case when not (abs(%s) < " + limit + ".0) then true else " + cast(cast("%s", after), before)
                        + " <> %s end",
                LossVerb.ARE,
                "not exact in " + after);
    }

    private @Nullable Loss longNumber(SqlType before, SqlType after) {
        int place = INTEGERS.indexOf(ValueType.of(before));
        int longest = place < 0 ? before.argumentOr(ENDLESS - LONGEST_NUMBER) + 3 : DIGITS.get(place) + 1;
        int most = capacity(after);
        return longest <= most
                ? null
                : new Loss(length(text("%s")) + " > " + most, LossVerb.HAVE, "more than " + most + " digits");
    }

    protected @Nullable Loss longer(SqlType before, SqlType after) {
        int most = capacity(after);
        return capacity(before) <= most
                ? null
                : new Loss(
                        length("%s") + " > " + most,
                        LossVerb.ARE,
                        "longer than " + most + " characters",
                        left("%s", most),
                        "cut them to " + most + " characters");
    }

    private Loss padded(SqlType after) {
        int length = after.argumentOr(1);
        return new Loss(length("%s") + " <> " + length, LossVerb.DO, "not have exactly " + length + " characters");
    }

    private @Nullable Loss longEnumValue(SqlType before, SqlType after) {
        int longest = before.values().stream().mapToInt(String::length).max().orElse(ENDLESS);
        return longest <= capacity(after)
                ? null
                : new Loss(length(text("%s")) + " > " + capacity(after), LossVerb.HAVE, "a longer value");
    }

    protected @Nullable Loss longUuid(SqlType before, SqlType after) {
        return capacity(after) >= UUID_LENGTH ? null : new Loss(Loss.ANY_VALUE, LossVerb.HAVE, "36 characters");
    }

    protected Loss enumValue(SqlType after) {
        return new Loss(
                "%s not in ("
                        + after.values().stream().map(words.literals()::of).collect(Collectors.joining(", ")) + ")",
                LossVerb.ARE,
                "not a value of the new type");
    }

    /** Returns the maximum length of a type, in characters. */
    protected static int capacity(SqlType type) {
        return switch (type.kind()) {
            case CHAR, NCHAR -> type.argumentOr(1);
            case VARCHAR, NVARCHAR, BINARY, VARBINARY -> type.argumentOr(ENDLESS);
            case CLOB, NCLOB, BLOB -> type.argumentOr(ENDLESS);
            default -> ENDLESS;
        };
    }

    private @Nullable Loss moreBytes(SqlType before, SqlType after) {
        int most = capacity(after);
        return capacity(before) <= most
                ? null
                : new Loss(
                        bytes("%s") + " > " + most,
                        LossVerb.ARE,
                        "longer than " + most + " bytes",
                        firstBytes("%s", most),
                        "cut them to " + most + " bytes");
    }

    /** A UUID has 16 bytes. */
    protected @Nullable Loss shortBytes(SqlType before, SqlType after) {
        boolean fits = after.kind() == Kind.BINARY
                ? after.argumentOr(1) == UUID_BYTE_COUNT
                : capacity(after) >= UUID_BYTE_COUNT;
        return fits ? null : new Loss(Loss.ANY_VALUE, LossVerb.HAVE, "16 bytes");
    }

    private @Nullable Loss paddedBytes(SqlType before, SqlType after) {
        int length = after.argumentOr(1);
        boolean same = before.kind() == Kind.BINARY && before.argumentOr(1) == length;
        return same
                ? null
                : new Loss(bytes("%s") + " <> " + length, LossVerb.DO, "not have exactly " + length + " bytes");
    }

    protected @Nullable Loss fraction(SqlType before, SqlType after) {
        int digits = fractionDigits(after);
        return fractionDigits(before) <= digits
                ? null
                : new Loss(
                        cast("%s", after) + " <> %s",
                        LossVerb.HAVE,
                        "more than " + digits + " digits in their fraction of a second",
                        "%s",
                        "shorten the fraction to " + digits + " digits");
    }

    private static int fractionDigits(SqlType type) {
        boolean timestamp = type.kind() == Kind.TIMESTAMP || type.kind() == Kind.TIMESTAMP_WITH_TIME_ZONE;
        return type.argumentOr(timestamp ? 6 : 0);
    }

    /** Returns the conversion of a text to another type; null for the product's own conversion. */
    protected @Nullable String textCast(SqlType before, SqlType after) {
        return cast(source(before), after);
    }

    protected @Nullable Loss integerText(SqlType before, ValueType to) {
        int place = INTEGERS.indexOf(to);
        String text = source(before);
        String pattern = matches(text, INTEGER_TEXT);
        return new Loss(
                pattern == null
                        ? Loss.ANY_VALUE
                        : "case when not (" + pattern + ") or " + length(text) + " > 20 then true else "
                                + cast(text, SqlType.numeric(21, 0)) + " not between " + least(place) + " and "
                                + most(place) + " end",
                LossVerb.ARE,
                "not whole numbers in the range of " + to);
    }

    protected @Nullable Loss decimalText(SqlType before, SqlType after) {
        int scale = scale(after);
        int digits = wholeDigits(after);
        if (scale == ENDLESS) {
            String number = matches(source(before), "^-?(0|[1-9][0-9]*)([.][0-9]+)?$");
            return new Loss(
                    number == null ? Loss.ANY_VALUE : "not (" + number + ")", LossVerb.ARE, "not written as numbers");
        }
        String whole = digits < 1 ? "0" : "(0|[1-9][0-9]{0," + (digits - 1) + "})";
        String fraction = scale == 0 ? "" : "[.][0-9]{" + scale + "}";
        String pattern = matches(source(before), "^-?" + whole + fraction + "$");
        return new Loss(
                pattern == null ? Loss.ANY_VALUE : "not (" + pattern + ")",
                LossVerb.ARE,
                "not written as numbers with " + scale + " decimals that fit " + after);
    }

    protected Loss numberText(SqlType before, ValueType to) {
        String text = source(before);
        String pattern = matches(text, NUMBER_TEXT);
        SqlType type = SqlType.of(to == REAL ? Kind.REAL : Kind.DOUBLE);
        int longest = to == REAL ? SINGLE_DIGITS : DOUBLE_DIGITS;
        return new Loss(
                pattern == null
                        ? Loss.ANY_VALUE
                        : "case when not (" + pattern + ") then true when " + length(text) + " <= " + longest
                                + " then false else " + text(cast(text, type)) + " <> " + text
                                + " end",
                LossVerb.ARE,
                "not written as the type writes numbers");
    }

    protected @Nullable Loss approximateText(SqlType before, SqlType after) {
        return new Loss(
                "(" + length(text("%s")) + " > " + Math.min(capacity(after), 1000) + " or " + cast(text("%s"), before)
                        + " <> %s)",
                LossVerb.CANNOT,
                "be restored from their digits");
    }

    protected Loss dateText(SqlType before) {
        String pattern = matches(source(before), DATE_TEXT);
        return new Loss(
                pattern == null ? Loss.ANY_VALUE : "not (" + pattern + ")", LossVerb.ARE, "not written as 2026-12-31");
    }

    protected static ConversionEntry kept(ValueType from, ValueType to, String why) {
        return entry(from, to, ConversionEffect.KEPT, why);
    }

    protected static ConversionEntry converted(ValueType from, ValueType to, String why) {
        return entry(from, to, ConversionEffect.CONVERTED, why);
    }

    protected static ConversionEntry asked(ValueType from, ValueType to, String why) {
        return entry(from, to, ConversionEffect.ASKED, why);
    }

    /** Returns an entry that replaces a shared one which does not apply to this product. */
    protected static ConversionEntry refused(ValueType from, ValueType to, String why) {
        return entry(from, to, ConversionEffect.REFUSED, why)
                .losing(new Loss(Loss.ANY_VALUE, LossVerb.CANNOT, "become a value of the new type"));
    }

    private static ConversionEntry entry(ValueType from, ValueType to, ConversionEffect verdict, String why) {
        return new ConversionEntry(from, to, verdict, Expression.NONE, Losses.NONE, why);
    }
}
