package io.retort.diff.internal.inspect;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Types as they are written by hand, with and without a length or a precision, and with the product's synonyms. The
 * product's own {@code information_schema} decides which of them are the same type: each pair that it describes alike
 * must be read as one type, and each other pair as two.
 */
class HandwrittenTypesTests {

    private static final String STANDARD = """
            smallint | int | integer | bigint | real | double precision | numeric | numeric(10) | numeric(10,0)
            numeric(10,2) | numeric(38,2) | decimal | decimal(10) | decimal(10,2) | dec(10,2)
            char | char(1) | char(3) | character | character(3) | varchar(1) | varchar(255) | character varying(255)
            char varying(255) | date | time | time(0) | time(3) | time(6) | time without time zone
            timestamp | timestamp(0) | timestamp(3) | timestamp(6) | timestamp without time zone
            timestamp(6) without time zone | time with time zone | time(0) with time zone | time(6) with time zone
            timestamp with time zone | timestamp(6) with time zone | timestamp(0) with time zone | boolean
            float | float(24) | float(25) | float(53)
            interval year | interval year to month | interval day | interval hour to minute | interval second
            interval day to second | interval minute to second""";

    private static final String POSTGRES = """
            int2 | int4 | int8 | smallserial | serial | bigserial | float4 | float8 | bool | text | varchar | bpchar
            bpchar(3) | character varying | numeric(1000) | numeric(5,-2) | numeric(2,4) | timestamptz | timestamptz(6)
            timestamptz(0) | timetz | timetz(6) | time(6) without time zone | bytea | uuid | json | jsonb | xml | inet
            cidr | macaddr | oid | money | bit | bit(1) | bit(8) | bit varying | bit varying(8) | varbit | varbit(8)
            interval | interval(6) | interval(3) | interval second(6) | interval second(3) | interval day to second(6)
            interval day to second(3) | name | "char" | tsvector | int4range""";

    private static final String H2_OWN = """
            tinyint | int4 | int8 | float4 | float8 | bool | varchar | character varying | varchar_ignorecase
            varchar_ignorecase(20) | time(9) | timestamp(9) | datetime | datetime(6) | datetime(0) | numeric(100000)
            decfloat | decfloat(10) | binary | binary(1) | binary(8) | varbinary | varbinary(8) | bytea | clob | text
            blob | character large object | binary large object | uuid | json | interval year(2) | interval year(4)
            interval second(2) | interval second(2,6) | interval second(4,3) | interval day(2) to second
            interval day to second(6) | interval day to second(3) | float(1) | float(30) | national character(3)
            national character varying(255) | clob(1000) | varchar(1048576) | varchar(2000000)
            varchar(1000000000) | varbinary(1048576) | varbinary(1000000000) | varbinary(2000000)""";

    private static final String HSQLDB_OWN = """
            tinyint | double | binary | binary(1) | binary(8) | varbinary(8) | binary varying(8) | bit | bit(1) | bit(8)
            bit varying(8) | clob | clob(1000) | clob(1G) | blob | blob(1G) | blob(1000) | longvarchar | longvarchar(20)
            uuid | interval year(2) | interval year(4) | interval second(2) | interval second(2,6) | interval second(4,3)
            interval day(2) to second | interval day to second(6) | interval day to second(3) | time(9) | timestamp(9)
            datetime | datetime(6) | float(1)""";

    private static final String MYSQL_OWN = """
            tinyint | tinyint(4) | tinyint(1) | bool | boolean | smallint | smallint(6) | smallint(5) | int | int(11)
            int(5) | integer | mediumint | mediumint(9) | bigint | bigint(20) | bigint(10) | int unsigned
            int(10) unsigned | int(5) unsigned | bigint unsigned | int(5) zerofill | int(6) zerofill | int1 | int2 | int4
            int8 | real | double | double precision | float8 | float4 | float | float(24) | float(25) | float(53) | float(7,4) | double(10,2)
            numeric | numeric(10) | numeric(10,0) | decimal | decimal(10) | decimal(10,2) | dec(10,2) | fixed(10,2)
            decimal(10,2) unsigned | char | char(1) | char(3) | character(3) | varchar(1) | varchar(255) | character varying(255)
            binary | binary(1) | binary(8) | varbinary(8) | bit | bit(1) | bit(8) | date | time | time(0) | time(3)
            time(6) | datetime | datetime(0) | datetime(3) | datetime(6) | timestamp null | timestamp(0) null
            timestamp(6) null | year | year(4) | tinytext | text | text(100) | text(60000) | mediumtext | longtext
            tinyblob | blob | blob(100) | mediumblob | longblob | long varchar | enum('a','b') | enum('b','a')
            set('a','b')""";

    @OnDatabases(POSTGRESQL)
    void postgres(TestDb db) throws SQLException {
        List<String> elements = words(STANDARD + " | " + POSTGRES).stream()
                .filter(word -> !word.contains("serial"))
                .toList();
        compare(
                db,
                elements,
                "data_type || coalesce(' ' || nullif(udt_name, 'bpchar'), '')"
                        + " || case when udt_name = 'bpchar' and character_maximum_length is null then ' any' else '' end"
                        + " || '|' || coalesce(character_maximum_length::text, '')"
                        + " || '|' || case when data_type = 'numeric' then coalesce(numeric_precision::text, '') || ','"
                        + " || coalesce(numeric_scale::text, '') else '' end"
                        + " || '|' || coalesce(datetime_precision::text, '') || '|'"
                        + " || coalesce(regexp_replace(interval_type, '[(][0-9][)]', ''), '')",
                "[]");
    }

    /** A float is stored as another type, but the catalog keeps its name, and a downgrade writes it again. */
    @OnDatabases(H2)
    void h2(TestDb db) throws SQLException {
        compare(
                db,
                words(STANDARD + " | " + H2_OWN),
                "data_type || case declared_data_type when 'FLOAT' then ' float'"
                        + " || coalesce(cast(declared_numeric_precision as varchar), '') else '' end || '|' || coalesce(cast(character_maximum_length as varchar), '')"
                        + " || '|' || coalesce(cast(numeric_precision as varchar), '') || ',' ||"
                        + " coalesce(cast(numeric_scale as varchar), '')"
                        + " || '|' || coalesce(cast(datetime_precision as varchar), '')"
                        + " || '|' || coalesce(interval_type, '') || coalesce(cast(interval_precision as varchar), '')",
                " array");
    }

    /** The catalog keeps {@code decimal} apart from {@code numeric}, but both hold the same values. */
    @OnDatabases(HSQLDB)
    void hsqldb(TestDb db) throws SQLException {
        compare(
                db,
                words(STANDARD + " | " + HSQLDB_OWN),
                "replace(data_type, 'DECIMAL', 'NUMERIC') || '|' || coalesce(cast(character_maximum_length as varchar(20)), '')"
                        + " || '|' || coalesce(cast(numeric_precision as varchar(20)), '') || ',' ||"
                        + " coalesce(cast(numeric_scale as varchar(20)), '')"
                        + " || '|' || coalesce(cast(datetime_precision as varchar(20)), '')"
                        + " || '|' || coalesce(interval_type, '') ||"
                        + " coalesce(cast(interval_precision as varchar(20)), '')",
                " array");
    }

    /** A display width has no meaning, except that {@code tinyint(1)} is the driver's name for a boolean. */
    @OnDatabases({MARIADB, MYSQL})
    void mysql(TestDb db) throws SQLException {
        compare(
                db,
                words(MYSQL_OWN),
                "concat_ws('|', data_type, character_maximum_length, ifnull(numeric_precision, ''),"
                        + " ifnull(numeric_scale, ''), ifnull(datetime_precision, ''),"
                        + " column_type like '%unsigned%',"
                        + " if(column_type like '%zerofill%' or data_type in ('enum', 'set'), column_type, ''),"
                        + " column_type = 'tinyint(1)')",
                "");
    }

    /**
     * A spelling of a type.
     *
     * @param text how it is written
     * @param catalog what the catalog says of it
     * @param read what Retort reads
     */
    private record Spelling(String text, String catalog, SqlType read) {}

    private static void compare(TestDb db, List<String> types, String description, String array) throws SQLException {
        List<String> created = create(db, "handwritten", types);
        List<String> catalog = db.query("select " + description
                + " from information_schema.columns where lower(table_name) = 'handwritten' order by ordinal_position");
        List<SqlType> read = read(db, "handwritten");
        List<Spelling> spellings = new ArrayList<>();
        for (int i = 0; i < created.size(); i++) {
            spellings.add(new Spelling(created.get(i), catalog.get(i), read.get(i)));
        }
        if (!array.isEmpty()) {
            List<String> arrays = create(
                    db, "arrays", created.stream().map(type -> type + array).toList());
            List<SqlType> readArrays = read(db, "arrays");
            assertThat(arrays).hasSizeGreaterThan(30);
            for (int i = 0; i < arrays.size(); i++) {
                String element = arrays.get(i).substring(0, arrays.get(i).length() - array.length());
                String words = "array of " + catalog.get(created.indexOf(element));
                spellings.add(new Spelling(arrays.get(i), words, readArrays.get(i)));
            }
        }
        checkPairs(db, spellings);
    }

    private static void checkPairs(TestDb db, List<Spelling> spellings) {
        List<String> wrong = new ArrayList<>();
        int alike = 0;
        int pairs = 0;
        for (int i = 0; i < spellings.size(); i++) {
            for (Spelling other : spellings.subList(i + 1, spellings.size())) {
                Spelling one = spellings.get(i);
                boolean same = one.catalog().equals(other.catalog());
                pairs++;
                alike += same ? 1 : 0;
                if (same != one.read().equals(other.read())) {
                    wrong.add((same ? "one type: " : "two types: ") + one + " and " + other);
                }
            }
        }
        System.out.println("[types] " + db.database() + ": " + spellings.size() + " spellings, " + pairs + " pairs, "
                + alike + " of one type");
        assertThat(alike).as("pairs of one type").isGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    /** Creates a column of each type that the product has. */
    private static List<String> create(TestDb db, String table, List<String> types) throws SQLException {
        List<String> created = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String type : types) {
            try {
                db.execute("create table one (c " + type + ")", "drop table one");
                created.add(type);
            } catch (SQLException noSuchType) {
                unknown.add(type);
            }
        }
        System.out.println("[types] " + db.database() + " has no " + unknown);
        db.execute(IntStream.range(0, created.size())
                .mapToObj(i -> "c" + i + " " + created.get(i))
                .collect(Collectors.joining(", ", "create table " + table + " (", ")")));
        return created;
    }

    private static List<SqlType> read(TestDb db, String table) throws SQLException {
        try (Connection connection = db.connect()) {
            return InspectedProducts.inspector(db.database())
                    .inspect(connection, Scope.CURRENT)
                    .table(QualifiedName.parse(table))
                    .orElseThrow()
                    .columns()
                    .stream()
                    .map(Column::type)
                    .toList();
        }
    }

    private static List<String> words(String all) {
        return Stream.of(all.split("[|\n]"))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
