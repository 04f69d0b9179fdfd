package io.retort.internal.dialect.ansi;

import io.retort.error.RetortException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renders values as standard SQL literals. A product overrides what differs. */
public class AnsiLiterals {

    /**
     * Returns a value as a literal.
     *
     * @throws RetortException if SQL has no literal for the value's class
     */
    public final String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String || value instanceof Character) {
            return string(value.toString());
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean truth) {
            return bool(truth);
        }
        if (value instanceof Temporal time) {
            return temporal(time);
        }
        if (value instanceof UUID uuid) {
            return uuid(uuid);
        }
        if (value instanceof byte[] bytes) {
            return bytes(HexFormat.of().formatHex(bytes));
        }
        throw unsupported(value);
    }

    /** Returns a text as a literal. */
    public String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns the text of a comment, for which some products permit fewer forms than for other strings. */
    public String comment(String text) {
        return string(text);
    }

    protected String bool(boolean truth) {
        return String.valueOf(truth);
    }

    protected String uuid(UUID uuid) {
        return "uuid '" + uuid + "'";
    }

    protected String bytes(String hex) {
        return "x'" + hex + "'";
    }

    /** Returns a point in time with its offset. */
    protected String moment(OffsetDateTime moment) {
        return temporal("timestamp with time zone", Formats.TIMESTAMP.format(moment) + offset(moment.getOffset()));
    }

    protected String offsetTime(OffsetTime time) {
        return temporal("time with time zone", Formats.TIME.format(time) + offset(time.getOffset()));
    }

    /** Returns a date and time without a time zone. */
    protected final String timestamp(LocalDateTime time) {
        return temporal("timestamp", Formats.TIMESTAMP.format(time));
    }

    /**
     * Returns a date or time.
     *
     * @param type the standard's name of the type
     * @param text the text
     */
    protected String temporal(String type, String text) {
        return type + " '" + text + "'";
    }

    private static String number(Number number) {
        boolean finite =
                !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
        if (!finite) {
            throw unsupported(number);
        }
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    private String temporal(Temporal time) {
        if (time instanceof LocalDate date) {
            return temporal("date", date.toString());
        }
        if (time instanceof LocalTime local) {
            return temporal("time", Formats.TIME.format(local));
        }
        if (time instanceof LocalDateTime local) {
            return timestamp(local);
        }
        if (time instanceof OffsetTime offset) {
            return offsetTime(offset);
        }
        return moment(momentOf(time));
    }

    private static OffsetDateTime momentOf(Temporal time) {
        if (time instanceof OffsetDateTime offset) {
            return offset;
        }
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toOffsetDateTime();
        }
        if (time instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        throw unsupported(time);
    }

    private static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }

    /** Returns the exception for a value without a literal. */
    protected static RetortException unsupported(Object value) {
        return new RetortException(
                "SQL has no literal for the value " + value + " of "
                        + value.getClass().getName() + ".",
                "Use a string, a finite number, a boolean, a date or time of java.time, a UUID, bytes or null; or write"
                        + " the row with op.execute(\"insert ...\").");
    }

    /**
     * For products without time zones and UUIDs: points in time in UTC, and UUIDs as 16 bytes, as Hibernate stores
     * them.
     */
    public static class Zoneless extends AnsiLiterals {

        @Override
        protected String uuid(UUID uuid) {
            return bytes(uuid.toString().replace("-", ""));
        }

        @Override
        protected String moment(OffsetDateTime moment) {
            return timestamp(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }

        @Override
        protected String offsetTime(OffsetTime time) {
            throw unsupported(time);
        }
    }

    /** Loaded only for temporal values, because most revisions contain none and the formatters load forty classes. */
    private static final class Formats {

        static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
                .appendPattern("HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .toFormatter(Locale.ROOT);
        static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendLiteral(' ')
                .append(TIME)
                .toFormatter(Locale.ROOT);
    }
}
