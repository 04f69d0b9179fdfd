package io.retort.diff.faithful.change.types;

import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** A kind of value becomes another. */
public interface Conversions {

    @Found(
            forth = {"~ column item.n date -> timestamp(6)"},
            back = {"~ column item.n timestamp(6) -> date"})
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
            because = "a datetime has no time zone, whether or not the field has one")
    @Cannot(
            on = {HSQLDB, SQLITE},
            because = "Hibernate gives a timestamp no time zone there")
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
