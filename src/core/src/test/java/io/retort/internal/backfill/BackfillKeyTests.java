package io.retort.internal.backfill;

import static io.retort.internal.backfill.BackfillLawTests.retort;
import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.migration.Operations;
import io.retort.operation.Fill;
import io.retort.run.RunListener;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keys of types that only some products have, and keys with names that need quotes. */
class BackfillKeyTests {

    private static final Fill FILL = set("v", "1").set("n", "n + 1").where("v is null");

    /** A key: the type of its first column, and the values of that column in SQL. */
    private record Key(String type, String... values) {
        @Override
        public String toString() {
            return type;
        }
    }

    private static Key key(String type, String... values) {
        return new Key(type, values);
    }

    private static final Key TIMES = key(
            "timestamp with time zone",
            "timestamp with time zone '2024-10-27 00:30:00+00:00'",
            "timestamp with time zone '2024-10-27 01:30:00+00:00'",
            "timestamp with time zone '2024-10-27 02:30:00+00:00'",
            "timestamp with time zone '2024-03-31 01:30:00+00:00'",
            "timestamp with time zone '1901-02-03 04:05:06.789+05:30'");

    private static final Map<TestDatabase, List<Key>> KEYS = Map.of(
            POSTGRESQL,
            List.of(
                    TIMES,
                    key("timestamptz", "'infinity'", "'-infinity'", "'0044-03-15 12:00:00+00 BC'", "now()"),
                    key("date", "'infinity'", "'-infinity'", "'0044-03-15 BC'", "'2024-01-01'"),
                    key("numeric", "'NaN'", "'Infinity'", "'-Infinity'", "1.50", "1e40", "-1e-30"),
                    key("bit(4)", "b'0000'", "b'0001'", "b'1000'", "b'1111'"),
                    key("varbit", "b'0'", "b'01'", "b'1'", "b'1111'"),
                    key("inet", "'10.0.0.1'", "'10.0.0.2/8'", "'::1'", "'192.168.1.1'"),
                    key("timetz", "'12:00+02'", "'12:00-03'", "'23:59:59.999+00'"),
                    key("time", "'00:00'", "'24:00'", "'12:00:00.000001'", "'12:00:00.000002'"),
                    key("interval", "'1 day'", "'23 hours'", "'1 mon'", "'-1 year'"),
                    key("\"char\"", "'a'", "'b'", "' '"),
                    key("char(3)", "'a'", "' a'", "'B'", "'b'", "''"),
                    key("text collate \"C\"", "'a'", "'B'", "'Ä'", "'\\'", "''''", "'a '"),
                    key("oid", "1", "4000000000", "7"),
                    key("bytea", "'\\x00'", "'\\x'", "'\\xff00'", "'\\x27'"),
                    key("integer[]", "'{1,2}'", "'{}'", "'{3}'"),
                    key("boolean", "true", "false")),
            MARIADB,
            List.of(
                    key("tinyint(1)", "0", "1", "2", "5", "-3", "127"),
                    key("bigint unsigned", "18446744073709551615", "0", "9223372036854775808"),
                    key("bit(4)", "b'0000'", "b'0001'", "b'1000'", "b'1111'"),
                    key("bit(1)", "b'0'", "b'1'"),
                    key(
                            "timestamp(3)",
                            "'2024-10-27 02:30:00.123'",
                            "'2024-10-27 03:30:00'",
                            "'2024-01-01 00:00:00.001'"),
                    key("time(6)", "'-100:00:00'", "'838:59:59'", "'12:00:00.000001'", "'12:00:00.000002'"),
                    key("datetime(6)", "'0000-00-00 00:00:00'", "'9999-12-31 23:59:59.999999'", "'2024-01-01'"),
                    key("varchar(20) collate utf8mb4_bin", "'a'", "'A'", "'a b'", "'Ä'", "'\\\\'", "''''"),
                    key("varchar(20) collate utf8mb4_general_ci", "'a'", "'b'", "'ß'", "'t'", "'🗾'"),
                    key("varchar(20) character set latin1", "'ä'", "'z'", "'b'", "'ÿ'"),
                    key("char(3) collate utf8mb4_nopad_bin", "'a'", "' a'", "'B'", "'b'", "''"),
                    key("inet6", "'::1'", "'10.0.0.1'", "'fe80::1'"),
                    key("uuid", "'123e4567-e89b-12d3-a456-426655440000'", "'023e4567-f89b-12d3-a456-426655440000'"),
                    key("binary(3)", "x'000000'", "x'27'", "x'ff5c27'"),
                    key("decimal(38, 10)", "-1.5", "9999999999999999999999999999.9999999999", "0.0000000001")),
            MYSQL,
            List.of(
                    key("tinyint(1)", "0", "1", "2", "5", "-3", "127"),
                    key("bigint unsigned", "18446744073709551615", "0", "9223372036854775808"),
                    key("bit(4)", "b'0000'", "b'0001'", "b'1000'", "b'1111'"),
                    key("bit(1)", "b'0'", "b'1'"),
                    key(
                            "timestamp(3)",
                            "'2024-10-27 02:30:00.123'",
                            "'2024-10-27 03:30:00'",
                            "'2024-01-01 00:00:00.001'"),
                    key("time(6)", "'-100:00:00'", "'838:59:59'", "'12:00:00.000001'", "'12:00:00.000002'"),
                    key("datetime(6)", "'9999-12-31 23:59:59.999999'", "'2024-01-01'", "'1000-01-01'"),
                    key("varchar(20) collate utf8mb4_bin", "'a'", "'A'", "'a b'", "'Ä'", "'\\\\'", "''''"),
                    key("varchar(20) collate utf8mb4_0900_ai_ci", "'a'", "'b'", "'ß'", "'t'", "'a '", "'🗾'"),
                    key("varchar(20) character set latin1", "'ä'", "'z'", "'b'", "'ÿ'"),
                    key("char(3)", "'a'", "' a'", "'B'", "''"),
                    key("binary(3)", "x'000000'", "x'27'", "x'ff5c27'"),
                    key("decimal(38, 10)", "-1.5", "9999999999999999999999999999.9999999999", "0.0000000001")),
            H2,
            List.of(
                    TIMES,
                    key("time with time zone", "'12:00+02'", "'12:00-03'", "'23:59:59.999+00'"),
                    key("time(9)", "'00:00:00'", "'12:00:00.000000001'", "'12:00:00.000000002'"),
                    key(
                            "timestamp(9)",
                            "'2024-01-01 00:00:00.000000001'",
                            "'2024-01-01 00:00:00.000000002'",
                            "'-0044-03-15 00:00:00'"),
                    key("decfloat(20)", "1.50", "-1E40", "'NaN'", "'Infinity'"),
                    key("varchar_ignorecase(9)", "'a'", "'B'", "'ä'", "'a '", "''''"),
                    key("char(3)", "'a'", "' a'", "'B'", "''"),
                    key(
                            "interval day to second",
                            "interval '1 10:00:00' day to second",
                            "interval '0 1:00:00' day to second",
                            "interval '-3 1:00:00.5' day to second"),
                    key("interval year", "interval '1' year", "interval '-7' year", "interval '9' year"),
                    key(
                            "uuid",
                            "'123e4567-e89b-12d3-a456-426655440000'",
                            "'f23e4567-e89b-12d3-a456-426655440000'",
                            "'023e4567-e89b-12d3-a456-426655440000'"),
                    key("binary(3)", "x'000000'", "x'27'", "x'ff5c27'"),
                    key("boolean", "true", "false")),
            HSQLDB,
            List.of(
                    key("time(6)", "'00:00:00'", "'12:00:00.000001'", "'12:00:00.000002'"),
                    key("timestamp(9)", "'2024-01-01 00:00:00.000000001'", "'2024-01-01 00:00:00.000000002'"),
                    key("varchar_ignorecase(9)", "'a'", "'B'", "'ä'", "''''"),
                    key("varchar(9)", "'a'", "'a b'", "'ä'", "''''", "'\\'"),
                    key("char(3)", "'a'", "' a'", "'B'", "''"),
                    key(
                            "interval day to second",
                            "interval '1 10:00:00' day to second",
                            "interval '0 1:00:00' day to second",
                            "interval '-3 1:00:00' day to second"),
                    key(
                            "uuid",
                            "'123e4567-e89b-12d3-a456-426655440000'",
                            "'f23e4567-e89b-12d3-a456-426655440000'",
                            "'023e4567-e89b-12d3-a456-426655440000'"),
                    key("binary(3)", "x'000000'", "x'27'", "x'ff5c27'"),
                    key("boolean", "true", "false")),
            SQLITE,
            List.of(
                    key("text collate nocase", "'a'", "'B'", "'ä'", "''''", "'\\'"),
                    key("text collate rtrim", "'a'", "'B'", "'b '", "'c  '"),
                    key("blob", "x'00'", "x''", "'text'", "7", "1.5"),
                    key("numeric(20, 4)", "1.5", "-3.25", "922337203685477.5807", "0.1", "1e300", "7"),
                    key(
                            "timestamp",
                            "1700000000000",
                            "'2024-01-01 00:00:00'",
                            "1700000000001",
                            "'2024-01-01 00:00:00.5'"),
                    key("date", "1700000000000", "'2024-01-01'", "1700000000001"),
                    key("boolean", "1", "0", "5", "'true'"),
                    key("", "1", "'1'", "x'31'", "1.25", "''"),
                    key("integer", "9223372036854775807", "-9223372036854775808", "0", "7")));

    /** The other column of the key makes ranges that begin and end within a value of the first. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void eachRowIsFilledOnceForKeysOfTheProductsOwnTypes(TestDb db) throws SQLException {
        List<Key> keys = Objects.requireNonNull(KEYS.get(db.database()));
        for (int i = 0; i < keys.size(); i++) {
            db.execute(create("alone_" + i, keys.get(i), "k"), create("pair_" + i, keys.get(i), "k, j"));
            for (String value : keys.get(i).values()) {
                db.execute("insert into alone_" + i + " (k, j) values (" + value + ", 0)");
                for (int j = 0; j < 3; j++) {
                    db.execute("insert into pair_" + i + " (k, j) values (" + value + ", " + j + ")");
                }
            }
        }
        List<String> warnings = new ArrayList<>();

        retort(db, op -> {
                    otherZone(db, op);
                    for (int i = 0; i < keys.size(); i++) {
                        op.backfill("alone_" + i, FILL, batches().rows(1));
                        op.backfill("pair_" + i, FILL, batches().rows(2));
                    }
                })
                .with(new RunListener() {
                    @Override
                    public void warning(String sentence) {
                        warnings.add(sentence);
                    }
                })
                .upgrade("head");

        assertThat(warnings).isEmpty();
        for (int i = 0; i < keys.size(); i++) {
            int values = keys.get(i).values().length;
            assertThat(filled(db, "alone_" + i)).as("%s", keys.get(i)).isEqualTo(values + "|1|1|" + values);
            assertThat(filled(db, "pair_" + i)).as("%s", keys.get(i)).isEqualTo(values * 3 + "|1|1|" + values * 3);
        }
    }

    private static String create(String table, Key key, String primaryKey) {
        return "create table " + table + " (k " + key.type() + " not null, j integer not null, v integer, n integer"
                + " default 0 not null, primary key (" + primaryKey + "))";
    }

    private static String filled(TestDb db, String table) throws SQLException {
        return db.query("select count(*), min(n), max(n), sum(v) from " + table).get(0);
    }

    private static void otherZone(TestDb db, Operations op) {
        switch (db.database()) {
            case POSTGRESQL -> op.execute("set time zone 'Europe/Berlin'");
            case MARIADB, MYSQL -> op.execute("set time_zone = '+05:30'");
            case H2 -> op.execute("set time zone 'Europe/Berlin'");
            case HSQLDB -> op.execute("set time zone interval '5:30' hour to minute");
            default -> {}
        }
    }
}
