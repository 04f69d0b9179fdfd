package io.retort.diff.faithful.change.types;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.SQLITE;

import io.retort.diff.faithful.change.Cannot;
import io.retort.diff.faithful.change.Found;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** Types that not every database supports. */
public interface RareValues {

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

    @Found(forth = "~ column item.n", back = "~ column item.n")
    @Cannot(
            on = {MARIADB, MYSQL},
            because = "an array is stored as json, whatever its element type")
    @Cannot(
            on = {SQLITE},
            because = "all arrays have the same type, whatever their element type")
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
}
