package io.retort.diff.faithful.change;

import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static io.retort.testkit.TestDatabase.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** Changes of types. */
public interface Types {

    @Found(
            forth = {"~ column item.n varchar(50) -> varchar(100)"},
            back = {"~ column item.n varchar(100) -> varchar(50)"})
    class LongerText {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            String n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = 100)
            String n;
        }
    }

    @Found(
            forth = {"~ column item.n integer -> bigint"},
            back = {"~ column item.n bigint -> integer"})
    class WiderInteger {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            Integer n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            Long n;
        }
    }

    @Found(
            forth = {"~ column item.n smallint -> integer"},
            back = {"~ column item.n integer -> smallint"})
    class SmallInteger {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            Short n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            Integer n;
        }
    }

    @Found(
            forth = {"~ column item.n numeric(10, 2) -> numeric(12, 4)"},
            back = {"~ column item.n numeric(12, 4) -> numeric(10, 2)"})
    class OtherScale {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(precision = 10, scale = 2)
            BigDecimal n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(precision = 12, scale = 4)
            BigDecimal n;
        }
    }

    @Found(forth = "~ column item.n", back = "~ column item.n")
    @Cannot(
            on = {HSQLDB, SQLITE},
            because = "both are one type there")
    class FloatToDouble {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            Float n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            Double n;
        }
    }

    @Found(
            forth = {"~ column item.n timestamp(3) -> timestamp(6)"},
            back = {"~ column item.n timestamp(6) -> timestamp(3)"})
    @Cannot(
            on = {SQLITE},
            because = "Hibernate gives a timestamp no precision there")
    class Precision {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(secondPrecision = 3)
            LocalDateTime n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            LocalDateTime n;
        }
    }

    @Found(
            forth = {"~ column item.n date -> timestamp(6)"},
            back = {"~ column item.n timestamp(6) -> date"})
    @Found(
            on = {SQLITE},
            forth = {"~ column item.n date -> timestamp"},
            back = {"~ column item.n timestamp -> date"})
    class DateToTimestamp {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            LocalDate n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            LocalDateTime n;
        }
    }

    @Found(
            forth = {"~ column item.n timestamp(6) -> timestamp(6) with time zone"},
            back = {"~ column item.n timestamp(6) with time zone -> timestamp(6)"})
    @Cannot(
            on = {MARIADB, MYSQL},
            because = "a datetime has no zone, whether or not the field has one")
    @Cannot(
            on = {HSQLDB, SQLITE},
            because = "Hibernate gives a timestamp no zone there")
    class Zone {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            LocalDateTime n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            OffsetDateTime n;
        }
    }

    @Found(
            forth = {"~ column item.n time(0) -> time(3)"},
            back = {"~ column item.n time(3) -> time(0)"})
    class TimePrecision {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(secondPrecision = 0)
            LocalTime n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(secondPrecision = 3)
            LocalTime n;
        }
    }

    @Found(forth = "~ column item.n", back = "~ column item.n")
    class TextToLongText {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            String n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = Length.LONG32)
            String n;
        }
    }

    @Found(forth = "~ column item.n", back = "~ column item.n")
    class TextToLob {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            String n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
            String n;
        }
    }

    @Found(
            forth = {"~ column item.n varbinary(50) -> varbinary(100)"},
            back = {"~ column item.n varbinary(100) -> varbinary(50)"})
    @Cannot(
            on = {POSTGRESQL, POSTGRESQL_15},
            because = "bytea has no length")
    @Cannot(
            on = {SQLITE},
            because = "a blob has no length")
    class LongerBinary {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            byte[] n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = 100)
            byte[] n;
        }
    }

    @Found(forth = "~ column item.n", back = "~ column item.n")
    @Cannot(
            on = {POSTGRESQL, POSTGRESQL_15},
            because = "both are bytea")
    @Cannot(
            on = {SQLITE},
            because = "both are blob")
    class BinaryToLob {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 50)
            byte[] n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = Length.LONG32)
            byte[] n;
        }
    }

    @Found(
            forth = {"~ column item.n integer -> varchar(20)"},
            back = {"~ column item.n varchar(20) -> integer"})
    class IntegerToText {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            Integer n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(length = 20)
            String n;
        }
    }

    @Found(
            forth = {"~ column item.n", "+ constraint on item: check"},
            back = {"~ column item.n", "- constraint on item: check"})
    @Found(on = MYSQL, forth = "~ column item.n", back = "~ column item.n")
    class BooleanToLetter {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            Boolean n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Convert(converter = YesNoConverter.class)
            Boolean n;
        }
    }

    @Found(
            forth = {"~ column item.n integer -> numeric(12, 2)"},
            back = {"~ column item.n numeric(12, 2) -> integer"})
    class IntegerToDecimal {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            Integer n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(precision = 12, scale = 2)
            BigDecimal n;
        }
    }

    @Found(forth = "~ column item.n", back = "~ column item.n")
    @Cannot(
            on = {MARIADB, MYSQL},
            because = "it has no intervals")
    @Cannot(
            on = {HSQLDB, SQLITE},
            because = "Hibernate has no intervals there")
    class DurationToInterval {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @JdbcTypeCode(SqlTypes.NUMERIC)
            Duration n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
            Duration n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewUuid {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            UUID n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewJson {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @JdbcTypeCode(SqlTypes.JSON)
            Map<String, String> n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewArray {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            String[] n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewLob {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Lob
            String n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewBlob {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Lob
            byte[] n;
        }
    }

    @Found(
            forth = {"+ column item.n integer"},
            back = {"- column item.n integer"})
    class NewYear {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            Year n;
        }
    }

    @Found(
            forth = {"+ column item.n varchar(255)"},
            back = {"- column item.n varchar(255)"})
    class NewZone {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            ZoneId n;
        }
    }

    @Found(forth = "+ column item.n varchar(6)", back = "- column item.n varchar(6)")
    class NewOffset {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            ZoneOffset n;
        }
    }

    @Found(
            forth = {"+ column item.n varchar(3)"},
            back = {"- column item.n varchar(3)"})
    class NewCurrency {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            Currency n;
        }
    }

    @Found(
            forth = {"+ column item.n "},
            back = {"- column item.n "})
    class NewNational {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Nationalized
            @Column(length = 20)
            String n;
        }
    }

    @Found(forth = "~ column item.n", back = "~ column item.n")
    @Cannot(
            on = {MARIADB, MYSQL},
            because = "an array is json, whatever is in it")
    @Cannot(
            on = {SQLITE},
            because = "an array is one type, whatever is in it")
    class OtherArray {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            String[] n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            Long[] n;
        }
    }

    @Found(
            forth = {"+ column item.n_zone"},
            back = {"- column item.n_zone"})
    class StoredZone {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
            OffsetDateTime n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @TimeZoneStorage(TimeZoneStorageType.COLUMN)
            @TimeZoneColumn(name = "n_zone")
            OffsetDateTime n;
        }
    }

    @Found(
            forth = {"~ column item.n"},
            back = {"~ column item.n"})
    class WrittenDefinition {

        @Entity
        @Table(name = "item")
        static class Before {
            @Id
            long id;

            @Column(length = 20)
            String n;
        }

        @Entity
        @Table(name = "item")
        static class After {
            @Id
            long id;

            @Column(columnDefinition = "char(20)")
            String n;
        }
    }
}
