package io.retort.diff.conversion;

import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.testkit.TestDatabase;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A type with boundary values.
 *
 * @param type the type
 * @param values the values, as SQL literals
 */
record ConversionSamples(SqlType type, List<String> values) {

    private static final String UUID = "'00000000-0000-0000-0000-00000000000a'";
    private static final String MAX_UUID = "'ffffffff-ffff-ffff-ffff-ffffffffffff'";

    static List<ConversionSamples> on(TestDatabase database) {
        boolean postgres = database == TestDatabase.POSTGRESQL || database == TestDatabase.POSTGRESQL_15;
        boolean my = database == TestDatabase.MYSQL || database == TestDatabase.MARIADB;
        String hex = postgres ? "'\\x%s'" : "x'%s'";
        String moment = database == TestDatabase.MYSQL ? "" : "+02:00";
        List<ConversionSamples> all = List.of(
                of(SqlType.of(Kind.BOOLEAN), "true", "false"),
                of(SqlType.of(Kind.TINYINT), "-128", "127", "0", "1"),
                of(SqlType.of(Kind.SMALLINT), "-32768", "32767", "128", "0"),
                of(SqlType.of(Kind.INTEGER), "-2147483648", "2147483647", "16777217", "16777216", "0", "2"),
                of(
                        SqlType.of(Kind.BIGINT),
                        "-9223372036854775807",
                        "9223372036854775807",
                        "9007199254740993",
                        "9007199254740992",
                        "0"),
                of(SqlType.floating(24), "0.5", "-16777216", "1.0E30", "0.1", "1.0E-30", "0"),
                of(
                        SqlType.of(Kind.DOUBLE),
                        "0.1E0",
                        "0.30000000000000004E0",
                        "1.7976931348623157E308",
                        "-9007199254740992E0",
                        "1.0E-300",
                        "16777217E0",
                        "0.5E0",
                        "0E0"),
                of(SqlType.numeric(10, 2), "10.55", "-99999999.99", "0.01", "7.00", "0.95"),
                of(SqlType.numeric(6, 1), "10.5", "-99999.9", "0.0", "12345.0"),
                of(SqlType.numeric(19, 0), "9223372036854775807", "-9999999999999999999", "1"),
                of(SqlType.numeric(38, 10), "0.0000000001", "9999999999999999999999999999.9999999999"),
                of(SqlType.character(3), "'abc'", "'a'", "'1'"),
                of(
                        SqlType.varchar(10),
                        "''",
                        "'a'",
                        "'abc '",
                        "'äöü€'",
                        "'12'",
                        "'007'",
                        "'-1.5'",
                        "'1.50'",
                        "'1e3'",
                        "' 5'",
                        "'2026-12-31'",
                        "'2026-02-30'",
                        "'true'",
                        "'Y'",
                        "'0'",
                        "'A'",
                        "'b'"),
                of(SqlType.varchar(40), UUID, MAX_UUID, "'" + "x".repeat(40) + "'", "'99999999999999999999'"),
                of(SqlType.of(Kind.TEXT), "'" + "é".repeat(300) + "'", "'{\"a\": 1}'", "'short'", "''", "'[1,'"),
                of(SqlType.varbinary(4), hex.formatted("00ff"), hex.formatted("00000000"), hex.formatted("31")),
                of(
                        SqlType.varbinary(50),
                        hex.formatted("ff".repeat(50)),
                        hex.formatted("41"),
                        hex.formatted("00".repeat(16))),
                of(SqlType.binary(16), hex.formatted("ff".repeat(16)), hex.formatted("00".repeat(15) + "01")),
                of(SqlType.of(Kind.DATE), "date '1900-01-01'", "date '9999-12-31'", "date '2026-03-29'"),
                of(SqlType.time(0), "time '00:00:00'", "time '23:59:59'"),
                of(SqlType.time(3), "time '23:59:59.999'", "time '12:00:00'"),
                of(SqlType.timestamp(0), "timestamp '2026-03-29 02:30:00'", "timestamp '1900-01-01 00:00:00'"),
                of(SqlType.timestamp(3), "timestamp '2026-03-29 02:30:00.125'", "timestamp '2026-03-29 00:00:00'"),
                of(
                        SqlType.timestamp(6),
                        "timestamp '9999-12-31 23:59:59.999999'",
                        "timestamp '2026-12-31 23:59:59.999'",
                        "timestamp '2026-10-25 02:30:00'"),
                of(
                        SqlType.timestampWithTimeZone(6),
                        my || database == TestDatabase.HSQLDB
                                ? "timestamp '2026-03-29 02:30:00'"
                                : "timestamp with time zone '2026-03-29 02:30:00.123456" + moment + "'"),
                of(SqlType.of(Kind.UUID), uuid(database, UUID, hex), uuid(database, MAX_UUID, hex)),
                of(SqlType.of(Kind.JSON), json(database), json(database).replace("{\"a\": 1}", "[]")),
                of(SqlType.enumOf(List.of("A", "B")), "'A'", "'B'"),
                of(SqlType.of(Kind.BLOB), blob(database, hex, "00ff"), blob(database, hex, "aa".repeat(300))),
                of(SqlType.of(Kind.CLOB), clob(database, "short"), clob(database, "é".repeat(300))));
        return all.stream()
                .filter(samples -> !samples.type().kind().equals(Kind.ENUM) || my || database == TestDatabase.H2)
                .map(samples -> database == TestDatabase.SQLITE ? samples.plain() : samples)
                .toList();
    }

    /** Times as texts, for a product without time literals. */
    private ConversionSamples plain() {
        return new ConversionSamples(
                type,
                values.stream()
                        .map(value -> value.replaceFirst("^(date|time|timestamp|timestamp with time zone) '", "'"))
                        .toList());
    }

    private static ConversionSamples of(SqlType type, String... values) {
        return new ConversionSamples(type, Collections.unmodifiableList(Arrays.asList(values)));
    }

    private static String uuid(TestDatabase database, String text, String hex) {
        String bytes = hex.formatted(text.replace("-", "").replace("'", ""));
        return switch (database) {
            case MYSQL, HSQLDB, SQLITE -> bytes;
            default -> text;
        };
    }

    private static String json(TestDatabase database) {
        return database == TestDatabase.H2 ? "json '{\"a\": 1}'" : "'{\"a\": 1}'";
    }

    private static String blob(TestDatabase database, String hex, String bytes) {
        return database.product().startsWith("postgres")
                ? "lo_from_bytea(0, " + hex.formatted(bytes) + ")"
                : hex.formatted(bytes);
    }

    private static String clob(TestDatabase database, String text) {
        return database.product().startsWith("postgres")
                ? "lo_from_bytea(0, convert_to('" + text + "', 'UTF8'))"
                : "'" + text + "'";
    }
}
