package io.retort.diff.conversion;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** An entity whose attribute has different types. */
final class ConvertedItems {

    private ConvertedItems() {}

    enum State {
        NEW,
        OPEN,
        DONE
    }

    @Entity(name = "item")
    static class Ordinal {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        State n;
    }

    enum Longer {
        NEW,
        WAITING,
        OPEN,
        DONE
    }

    @Entity(name = "item")
    static class Inserted {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        Longer n;
    }

    enum Single {
        NEW
    }

    @Entity(name = "item")
    static class SingleOrdinal {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        Single n;
    }

    @Entity(name = "item")
    static class SingleNamed {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        Single n;
    }

    @Entity(name = "item")
    static class Named {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        State n;
    }

    @Entity(name = "item")
    static class NamedType {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        State n;
    }

    @Entity(name = "item")
    static class Truth {
        @Id
        long id;

        @ColumnDefault("true")
        @Column(nullable = false)
        boolean n;
    }

    @Entity(name = "item")
    static class YesNo {
        @Id
        long id;

        @Convert(converter = YesNoConverter.class)
        @Column(nullable = false)
        boolean n;
    }

    @Entity(name = "item")
    static class Unbounded {
        @Id
        long id;

        @Column(columnDefinition = "numeric")
        BigDecimal n;
    }

    @Entity(name = "item")
    static class UnboundedText {
        @Id
        long id;

        @Column(columnDefinition = "varchar")
        String n;
    }

    @Entity(name = "item")
    static class ShortText {
        @Id
        long id;

        @Column(length = 5)
        String n;
    }

    @Entity(name = "item")
    static class Words {
        @Id
        long id;

        String n;
    }

    @Entity(name = "item")
    static class TrueFalse {
        @Id
        long id;

        @Convert(converter = TrueFalseConverter.class)
        Boolean n;
    }

    @Entity(name = "item")
    static class ZeroOne {
        @Id
        long id;

        @Convert(converter = NumericBooleanConverter.class)
        @Column(nullable = false)
        boolean n;
    }

    @Entity(name = "item")
    static class Identifier {
        @Id
        long id;

        UUID n;
    }

    @Entity(name = "item")
    static class IdentifierText {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 36)
        UUID n;
    }

    @Entity(name = "item")
    static class Local {
        @Id
        long id;

        LocalDateTime n;
    }

    @Entity(name = "item")
    static class Moment {
        @Id
        long id;

        Instant n;
    }

    @Entity(name = "item")
    static class Large {
        @Id
        long id;

        @Lob
        String n;
    }

    @Entity(name = "item")
    static class LongText {
        @Id
        long id;

        @Column(length = 100_000_000)
        String n;
    }

    @Entity(name = "item")
    static class Price {
        @Id
        long id;

        @Column(precision = 10, scale = 2)
        BigDecimal n;
    }

    @Entity(name = "item")
    static class Rounded {
        @Id
        long id;

        @Column(precision = 6, scale = 1)
        BigDecimal n;
    }

    @Entity(name = "item")
    static class OfTime {
        @Id
        long id;

        LocalTime n;
    }

    @Entity(name = "item")
    static class OfDateTime {
        @Id
        long id;

        LocalDateTime n;
    }
}
