package io.retort.dialect;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.SqlType;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTests {

    private static final List<String> TEXTS = List.of(
            "",
            "it's",
            "''",
            "back\\slash",
            "\\",
            "\\'",
            "a\nline",
            "\"quoted\"",
            "häßlich 😀",
            "%_",
            "${x}",
            "-- no comment",
            "{d}");

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aTextComesBackAsItWas(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().toString());

        for (String text : TEXTS) {
            assertThat(query(db, "select " + dialect.literal(text) + from(db)))
                    .as(text)
                    .isEqualTo(text);
        }
    }

    private static String from(TestDb db) {
        return db.database() == HSQLDB ? " from (values (0))" : "";
    }

    /** As in a migration: without the driver's own escapes, such as {@code {d}}. */
    private static String query(TestDb db, String sql) throws SQLException {
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            ResultSet rows = statement.executeQuery(sql);
            rows.next();
            return rows.getString(1);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void numbersAndTimesComeBackAsTheyWere(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().toString());

        assertThat(db.query("select " + dialect.literal(new BigDecimal("1E+3")) + ", " + dialect.literal(-7L) + ", "
                        + dialect.literal(LocalDate.of(1815, 12, 10)) + ", " + dialect.literal(null) + from(db)))
                .containsExactly("1000|-7|1815-12-10|null");
        assertThat(db.query("select case when " + dialect.literal(LocalDateTime.parse("2026-11-22T10:15:30.123456"))
                        + " < " + dialect.literal(LocalDateTime.parse("2026-11-22T10:15:30.123457"))
                        + " and " + dialect.literal(LocalTime.of(10, 15)) + " < "
                        + dialect.literal(LocalTime.of(10, 16))
                        + " and " + dialect.literal(true) + " then 'yes' else 'not' end" + from(db)))
                .containsExactly("yes");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aMomentIsTheSameInEveryZone(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().toString());
        Instant moment = Instant.parse("2026-11-22T10:15:30.5Z");

        assertThat(db.query("select case when " + dialect.literal(moment) + " = "
                        + dialect.literal(OffsetDateTime.parse("2026-11-22T15:45:30.5+05:30"))
                        + " and " + dialect.literal(moment) + " = "
                        + dialect.literal(ZonedDateTime.parse("2026-11-22T05:15:30.5-05:00[America/New_York]"))
                        + " then 'same' else 'diff' end" + from(db)))
                .containsExactly("same");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theTimeInUtcGoesIntoATimestamp(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().toString());
        String type = dialect.typeName(SqlType.timestamp(6));
        db.execute(
                "create table moments (noted " + type + ")",
                "insert into moments (noted) values (" + dialect.utcNow() + ")");

        assertThat(db.query("select noted from moments").get(0))
                .startsWith(Instant.now().toString().substring(0, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2", "hsqldb", "sqlite", "sqlserver"})
    void whatNoSqlSaysIsRefused(String name) {
        Dialect dialect = Dialects.named(name);

        assertThatThrownBy(() -> dialect.literal(Double.NaN)).isInstanceOf(RetortException.class);
        assertThatThrownBy(() -> dialect.literal(new Object())).isInstanceOf(RetortException.class);
        assertThatThrownBy(() -> dialect.literal(Year.of(2026))).isInstanceOf(RetortException.class);
    }

    @Test
    void sqlServerSaysValuesInItsOwnWay() {
        Dialect sqlserver = Dialects.named("sqlserver");

        assertThat(sqlserver.literal("it's")).isEqualTo("'it''s'");
        assertThat(sqlserver.literal("häßlich")).isEqualTo("N'häßlich'");
        assertThat(sqlserver.literal(true)).isEqualTo("1");
        assertThat(sqlserver.literal(new byte[] {0, -1})).isEqualTo("0x00ff");
        assertThat(sqlserver.literal(LocalTime.of(10, 15, 30))).isEqualTo("cast('10:15:30' as time)");
        assertThat(sqlserver.literal(Instant.parse("2026-11-22T10:15:30.123456789Z")))
                .isEqualTo("cast('2026-11-22 10:15:30.1234567+00:00' as datetimeoffset)");
        assertThatThrownBy(() -> sqlserver.literal(OffsetTime.parse("10:15:30+02:00")))
                .isInstanceOf(RetortException.class);
    }

    /** On SQL Server a backslash at the end of a line joins it with the next one. */
    @Test
    void sqlServerKeepsABackslashAtTheEndOfALine() {
        Dialect sqlserver = Dialects.named("sqlserver");

        assertThat(sqlserver.literal("a\\\nb")).isEqualTo("'a\\' + '\nb'");
        assertThat(sqlserver.literal("ä\\\r\nb")).isEqualTo("N'ä\\' + N'\r\nb'");
    }

    @Test
    void aTimeWithAnOffsetIsSaidWhereTheProductHasOne() {
        OffsetTime time = OffsetTime.parse("10:15:30+02:00");

        assertThat(Dialects.named("postgresql").literal(time)).isEqualTo("time with time zone '10:15:30+02:00'");
        assertThatThrownBy(() -> Dialects.named("mysql").literal(time)).isInstanceOf(RetortException.class);
    }
}
