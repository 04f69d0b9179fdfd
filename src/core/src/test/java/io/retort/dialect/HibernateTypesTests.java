package io.retort.dialect;

import static io.retort.schema.SqlType.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retort's dialects use Hibernate's type names; otherwise a schema of Retort would never equal one of Hibernate. */
class HibernateTypesTests {

    private static final String SQL_SERVER = "Microsoft SQL Server";

    private static final String PRODUCTS = """
            PostgreSQL, 15, 0
            PostgreSQL, 18, 0
            MySQL,       8, 0
            MySQL,       8, 4
            MariaDB,    11, 4
            H2,          2, 4
            HSQL Database Engine, 2, 7
            SQLite,      3, 53
            Microsoft SQL Server, 13, 0
            Microsoft SQL Server, 16, 0
            """;

    private static final List<String> IN_UTC = List.of("MySQL", "MariaDB", "HSQL Database Engine");

    private static final int[] LENGTHS = {
        1,
        20,
        255,
        256,
        16_383,
        16_384,
        65_535,
        65_536,
        1_048_576,
        1_048_577,
        10_485_760,
        10_485_761,
        16_777_215,
        16_777_216
    };

    @ParameterizedTest
    @CsvSource(textBlock = PRODUCTS)
    void everyKindIsCalledAsHibernateCallsIt(String product, int major, int minor) {
        Dialect dialect = dialect(product);
        try (HibernateTypes hibernate = new HibernateTypes(product, major, minor)) {
            SoftAssertions softly = new SoftAssertions();
            kinds(product).forEach((type, expected) -> {
                String name = hibernate.name(expected.code(), expected.size());
                if (name != null) {
                    softly.assertThat(dialect.typeName(type)).as("%s", type).isEqualTo(name);
                }
            });
            softly.assertAll();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = PRODUCTS)
    void anAttributesTypeIsCalledAsHibernateCallsIt(String product, int major, int minor) {
        Dialect dialect = dialect(product);
        try (HibernateTypes hibernate = new HibernateTypes(product, major, minor)) {
            Map<String, String> ours = new LinkedHashMap<>();
            attributes(product).forEach((name, type) -> ours.put(name, dialect.typeName(type)));

            assertThat(ours).containsExactlyInAnyOrderEntriesOf(hibernate.columns());
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = PRODUCTS)
    void aNameThatIsReadIsSaidTheSameAgain(String product, int major, int minor) {
        Dialect dialect = dialect(product);
        try (HibernateTypes hibernate = new HibernateTypes(product, major, minor)) {
            Stream<String> names = Stream.concat(
                    hibernate.columns().values().stream(),
                    kinds(product).keySet().stream().map(dialect::typeName));

            assertThat(names.distinct())
                    .allSatisfy(name -> assertThat(dialect.readType(name).map(dialect::typeName))
                            .as(name)
                            .isIn(Optional.of(name), Optional.empty()));
        }
    }

    private static Dialect dialect(String product) {
        return switch (product) {
            case SQL_SERVER -> Dialects.named("sqlserver");
            case "HSQL Database Engine" -> Dialects.named("hsqldb");
            default -> Dialects.named(product);
        };
    }

    private record Code(int code, Size size) {}

    /** Each kind, with the code that Hibernate uses for attributes of that kind. */
    private static Map<SqlType, Code> kinds(String product) {
        Map<SqlType, Code> kinds = new LinkedHashMap<>();
        plain(kinds);
        sized(kinds);
        if (product.equals("HSQL Database Engine")) {
            // Hibernate uses nchar, which does not exist there
            kinds.keySet().removeIf(type -> type.kind() == Kind.NCHAR);
        }
        if (product.equals("SQLite")) {
            // no attribute has these types there, because all texts are national
            kinds.keySet()
                    .removeIf(type ->
                            List.of(Kind.NCHAR, Kind.NVARCHAR, Kind.NCLOB).contains(type.kind()));
        }
        if (product.equals("PostgreSQL") || product.equals("H2")) {
            kinds.put(SqlType.interval(18, 6), new Code(SqlTypes.INTERVAL_SECOND, Size.precision(18, 6)));
        }
        boolean inUtc = IN_UTC.contains(product);
        for (int digits : new int[] {0, 3, 6}) {
            Size size = Size.precision(digits);
            kinds.put(SqlType.time(digits), new Code(SqlTypes.TIME, size));
            kinds.put(SqlType.timestamp(digits), new Code(SqlTypes.TIMESTAMP, size));
            // an attribute with a time zone has this type there, even if the product has another one
            int zoned = inUtc ? SqlTypes.TIMESTAMP_UTC : SqlTypes.TIMESTAMP_WITH_TIMEZONE;
            kinds.put(SqlType.timestampWithTimeZone(digits), new Code(zoned, size));
            if (!inUtc) {
                kinds.put(SqlType.timeWithTimeZone(digits), new Code(SqlTypes.TIME_WITH_TIMEZONE, size));
            }
        }
        return kinds;
    }

    private static void plain(Map<SqlType, Code> kinds) {
        Map.ofEntries(
                        Map.entry(Kind.BOOLEAN, SqlTypes.BOOLEAN),
                        Map.entry(Kind.TINYINT, SqlTypes.TINYINT),
                        Map.entry(Kind.SMALLINT, SqlTypes.SMALLINT),
                        Map.entry(Kind.INTEGER, SqlTypes.INTEGER),
                        Map.entry(Kind.BIGINT, SqlTypes.BIGINT),
                        Map.entry(Kind.REAL, SqlTypes.REAL),
                        Map.entry(Kind.DOUBLE, SqlTypes.DOUBLE),
                        Map.entry(Kind.DATE, SqlTypes.DATE),
                        Map.entry(Kind.UUID, SqlTypes.UUID),
                        Map.entry(Kind.JSON, SqlTypes.JSON),
                        Map.entry(Kind.XML, SqlTypes.SQLXML),
                        Map.entry(Kind.INET, SqlTypes.INET))
                .forEach((kind, code) -> kinds.put(of(kind), new Code(code, Size.nil())));
        for (Map.Entry<Kind, Integer> lob : Map.of(
                        Kind.CLOB, SqlTypes.CLOB, Kind.NCLOB, SqlTypes.NCLOB, Kind.BLOB, SqlTypes.BLOB)
                .entrySet()) {
            kinds.put(of(lob.getKey()), new Code(lob.getValue(), Size.length(Integer.MAX_VALUE)));
        }
        kinds.put(of(Kind.TEXT), new Code(SqlTypes.VARCHAR, Size.length(Integer.MAX_VALUE)));
    }

    private static void sized(Map<SqlType, Code> kinds) {
        Map<Kind, Integer> texts = Map.of(
                Kind.CHAR, SqlTypes.CHAR,
                Kind.VARCHAR, SqlTypes.VARCHAR,
                Kind.NCHAR, SqlTypes.NCHAR,
                Kind.NVARCHAR, SqlTypes.NVARCHAR,
                Kind.BINARY, SqlTypes.BINARY,
                Kind.VARBINARY, SqlTypes.VARBINARY,
                Kind.CLOB, SqlTypes.CLOB,
                Kind.NCLOB, SqlTypes.NCLOB,
                Kind.BLOB, SqlTypes.BLOB);
        texts.forEach((kind, code) -> {
            for (int length : LENGTHS) {
                kinds.put(of(kind).withArguments(List.of(length)), new Code(code, Size.length(length)));
            }
        });
        for (int precision : new int[] {1, 23, 24, 25, 53}) {
            kinds.put(SqlType.floating(precision), new Code(SqlTypes.FLOAT, Size.precision(precision)));
        }
        for (int scale : new int[] {0, 2, 38}) {
            kinds.put(SqlType.numeric(38, scale), new Code(SqlTypes.NUMERIC, Size.precision(38, scale)));
        }
    }

    /** The expected types of {@link EveryType}; omitted sizes are Hibernate's defaults. */
    private static Map<String, SqlType> attributes(String product) {
        Map<String, SqlType> types = new LinkedHashMap<>();
        types.put("a_long", of(Kind.BIGINT));
        types.put("a_boolean", of(Kind.BOOLEAN));
        types.put("a_byte", of(Kind.TINYINT));
        types.put("a_short", of(Kind.SMALLINT));
        types.put("an_int", of(Kind.INTEGER));
        // double and float of MySQL differ in the number of digits from all other products
        types.put("a_float", SqlType.floating(product.equals("MySQL") || product.equals("MariaDB") ? 23 : 24));
        types.put("a_double", of(Kind.FLOAT));
        types.put("a_decimal", of(Kind.NUMERIC));
        types.put("a_small_decimal", SqlType.numeric(6, 3));
        types.put("a_big_integer", SqlType.numeric(38));
        types.put("a_char", of(Kind.CHAR));
        types.put("a_string", of(Kind.VARCHAR));
        types.put("a_short_string", SqlType.varchar(20));
        types.put("a_long_string", SqlType.varchar(20_000));
        types.put("a_very_long_string", SqlType.varchar(20_000_000));
        types.put("bytes", of(Kind.VARBINARY));
        types.put("a_date", of(Kind.DATE));
        types.put("a_time", of(Kind.TIME));
        types.put("a_timestamp", of(Kind.TIMESTAMP));
        types.put("an_offset", of(Kind.TIMESTAMP_WITH_TIME_ZONE));
        types.put("an_instant", of(Kind.TIMESTAMP_WITH_TIME_ZONE));
        types.put("a_uuid", of(Kind.UUID));
        types.put("an_address", of(Kind.INET));
        types.put("strings", SqlType.arrayOf(of(Kind.VARCHAR)));
        types.put("a_clob", of(Kind.CLOB));
        types.put("a_blob", of(Kind.BLOB));
        types.put("a_json", of(Kind.JSON));
        types.put("an_xml", of(Kind.XML));
        if (product.equals("PostgreSQL") || product.equals("H2")) {
            types.put("a_duration", of(Kind.INTERVAL));
        }
        types.put("a_color", SqlType.enumOf(List.of("BLUE", "RED")));
        types.put("an_ordinal", of(Kind.TINYINT));
        return types;
    }
}
