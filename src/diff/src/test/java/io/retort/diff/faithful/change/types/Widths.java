package io.retort.diff.faithful.change.types;

import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Values whose type becomes longer, wider or more precise. */
public interface Widths {

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
            because = "both are the same type there")
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
}
