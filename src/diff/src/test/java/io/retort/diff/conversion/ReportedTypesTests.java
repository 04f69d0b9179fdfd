package io.retort.diff.conversion;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.dialect.conversion.Conversion;
import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A type is converted alike, as a revision declares it and as the database reports it. Otherwise a comparison with the
 * history asks another question than a comparison with the database.
 */
class ReportedTypesTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aReportedTypeConvertsAsTheDeclaredOne(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        List<SqlType> declared = declared(db);
        List<String> others = new ArrayList<>();
        try (Connection connection = db.connect()) {
            for (SqlType before : declared) {
                SqlType reported = reported(connection, dialect, before);
                for (SqlType after : declared) {
                    String expected = outcome(dialect.conversions().between(before, after));
                    String actual = outcome(dialect.conversions().between(reported, after));
                    boolean same = dialect.typeName(before).equals(dialect.typeName(after));
                    if (!same && !actual.equals(expected)) {
                        others.add(before + " -> " + after + ": " + expected + ", but " + reported + ": " + actual);
                    }
                }
            }
        }
        assertThat(others).isEmpty();
    }

    /** Four bytes for a character, as with an emoji, fill a small text type sooner than its number of bytes suggests. */
    @OnDatabases({MARIADB, MYSQL})
    void aTextWithMoreBytesThanTheNewTypeIsCounted(TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        SqlType small = SqlType.of(Kind.CLOB).withArguments(List.of(255));
        Loss loss = Objects.requireNonNull(
                dialect.conversions().between(SqlType.varchar(255), small).loss());
        try (Connection connection = db.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table note (id integer not null, n varchar(255), primary key (id))");
            statement.execute("insert into note values (1, repeat('é', 127)), (2, repeat('é', 128)), (3, null)");
            assertThat(TestDb.query(
                            connection,
                            "select id from note where " + loss.condition().replace("%s", "n")))
                    .containsExactly("2");
            statement.execute("update note set n = "
                    + Objects.requireNonNull(loss.cut()).replace("%s", "n") + " where "
                    + loss.condition().replace("%s", "n"));
            statement.execute("alter table note modify column n " + dialect.typeName(small));
            assertThat(TestDb.query(connection, "select char_length(n) from note where id < 3 order by id"))
                    .containsExactly("127", "63");
        }
    }

    private static String outcome(Conversion conversion) {
        Loss loss = conversion.loss();
        return conversion.verdict()
                + (conversion.expression() == null ? "" : " by an expression")
                + (loss == null ? "" : " losing those that " + loss.problem() + " " + loss.cutting());
    }

    private static List<SqlType> declared(TestDb db) {
        Stream<SqlType> samples = ConversionSamples.on(db.database()).stream().map(ConversionSamples::type);
        Stream<SqlType> texts = Stream.of(
                SqlType.varchar(36),
                SqlType.character(36),
                SqlType.varchar(4000),
                SqlType.varchar(20_000),
                SqlType.varchar(70_000),
                SqlType.varchar(20_000_000),
                SqlType.nvarchar(20_000),
                SqlType.of(Kind.NCLOB),
                SqlType.of(Kind.CLOB).withArguments(List.of(255)),
                SqlType.of(Kind.CLOB).withArguments(List.of(20_000)),
                SqlType.of(Kind.CLOB).withArguments(List.of(70_000)),
                SqlType.of(Kind.BLOB).withArguments(List.of(255)),
                SqlType.of(Kind.BLOB).withArguments(List.of(20_000)),
                SqlType.varbinary(70_000));
        return Stream.concat(samples, texts).distinct().toList();
    }

    private static SqlType reported(Connection connection, Dialect dialect, SqlType type) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table w (n " + dialect.typeName(type) + ")");
            SqlType read = ComparedProduct.of(dialect)
                    .inspector(dialect)
                    .inspect(connection, Scope.CURRENT)
                    .tables()
                    .get(0)
                    .columns()
                    .get(0)
                    .type();
            statement.execute("drop table w");
            return read;
        }
    }
}
