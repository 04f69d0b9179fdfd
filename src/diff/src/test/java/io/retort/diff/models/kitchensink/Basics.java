package io.retort.diff.models.kitchensink;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** An attribute of each type. */
@SuppressWarnings("deprecation") // applications still use it
public final class Basics {

    /** Not in alphabetical order. */
    public enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    /** The names of the constants do not matter. */
    public enum Shade {
        LIGHT,
        DARK
    }

    @Entity(name = "Numbers")
    public static class Numbers {
        @Id
        Long id;

        boolean primitiveBoolean;
        Boolean wrappedBoolean;
        byte aByte;
        short aShort;
        int anInt;
        Integer anInteger;
        long aLong;
        float aFloat;
        double aDouble;
        BigDecimal plainDecimal;

        @Column(precision = 12, scale = 4)
        BigDecimal money;

        @Column(precision = 10)
        BigDecimal wholeDecimal;

        BigInteger bigInteger;

        @Column(precision = 20)
        BigInteger sizedBigInteger;

        @Convert(converter = YesNoConverter.class)
        boolean yesNo;

        @Convert(converter = NumericBooleanConverter.class)
        boolean numericBoolean;

        @Column(precision = 10)
        float preciseFloat;
    }

    @Entity(name = "Texts")
    public static class Texts {
        @Id
        String id;

        char aCharacter;
        String text;

        @Column(length = 40, nullable = false)
        String sized;

        @Column(length = 20000)
        String longer;

        @Column(length = Length.LONG32)
        String longest;

        @Lob
        String lob;

        @Column(length = 8)
        @JdbcTypeCode(SqlTypes.CHAR)
        String fixed;

        @Nationalized
        String national;

        @Lob
        Clob largeText;

        URL url;
        Locale locale;
        Currency currency;
        Class<?> aClass;

        @Enumerated(EnumType.STRING)
        Size byName;

        @Enumerated(EnumType.ORDINAL)
        @Column(nullable = false)
        Size byNumber;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(length = 20)
        Shade checkedText;
    }

    @Entity(name = "Binaries")
    public static class Binaries {
        @Id
        UUID id;

        byte[] bytes;

        @Column(length = 16)
        byte[] sized;

        @Lob
        byte[] lob;

        Blob largeBytes;

        @JdbcTypeCode(SqlTypes.BINARY)
        @Column(length = 20)
        byte[] fixed;

        @Basic(optional = false)
        UUID uuid;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 36)
        UUID uuidText;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> json;
    }

    @Entity(name = "Moments")
    public static class Moments {
        @Id
        Integer id;

        LocalDate aDate;
        LocalTime aTime;
        LocalDateTime dateTime;

        @Column(secondPrecision = 3)
        LocalDateTime milliseconds;

        @Column(secondPrecision = 0)
        LocalDateTime seconds;

        Instant instant;
        OffsetDateTime offsetDateTime;
        ZonedDateTime zonedDateTime;
        OffsetTime offsetTime;
        Duration duration;
        Year aYear;
        ZoneId aZone;

        @Temporal(TemporalType.TIMESTAMP)
        Date oldDate;

        java.sql.Timestamp oldTimestamp;
    }
}
