package io.retort.migration;

import io.retort.operation.NumberedColumn;
import io.retort.operation.Statement;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.EnumType;
import io.retort.schema.Generation;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a revision file, to be imported statically: columns, types, constraints, indexes, rows. */
public final class Definitions {

    public static final Action NO_ACTION = Action.NO_ACTION;
    public static final Action RESTRICT = Action.RESTRICT;
    public static final Action CASCADE = Action.CASCADE;
    public static final Action SET_NULL = Action.SET_NULL;
    public static final Action SET_DEFAULT = Action.SET_DEFAULT;
    public static final Deferral DEFERRABLE = Deferral.DEFERRABLE;
    public static final Deferral INITIALLY_DEFERRED = Deferral.INITIALLY_DEFERRED;

    private Definitions() {}

    /** A column, nullable unless {@link Column#notNull()} follows. */
    public static Column column(String name, SqlType type) {
        return new Column(name, type);
    }

    public static PrimaryKey primaryKey(String... columns) {
        return new PrimaryKey(null, Arrays.asList(columns));
    }

    public static Unique unique(String name, String... columns) {
        return new Unique(name, Arrays.asList(columns));
    }

    /** A foreign key, which {@link ForeignKey#references(String, String...)} completes. */
    public static ForeignKey foreignKey(String name, String... columns) {
        return new ForeignKey(
                name,
                Arrays.asList(columns),
                QualifiedName.parse("?"),
                List.of(),
                Action.NO_ACTION,
                Action.NO_ACTION,
                Deferral.NOT_DEFERRABLE);
    }

    /** A condition that every row meets, in SQL. */
    public static Check check(String name, String expression) {
        return new Check(name, expression);
    }

    /** An index, which {@link Index#on} and its siblings complete. */
    public static Index index(String name) {
        return new Index(name, List.of());
    }

    public static Sequence sequence(String name) {
        return new Sequence(QualifiedName.parse(name));
    }

    /**
     * A column whose rows take their numbers from a sequence, for {@link Operations#createSequence}: the sequence starts after
     * the largest of them. {@code op.createSequence(sequence("item_seq").incrementBy(50), startAfter("item", "id"))}
     */
    public static NumberedColumn startAfter(String table, String column) {
        return new NumberedColumn(QualifiedName.parse(table), column);
    }

    /** A whole table, for {@link Operations#rebuildTable}; {@link Table#indexed} adds its indexes. */
    public static Table table(String name, Table.Element... elements) {
        return Table.of(QualifiedName.parse(name), Arrays.asList(elements));
    }

    /** A comment on the table whose {@code createTable} it stands in. */
    public static Table.Comment comment(String text) {
        return new Table.Comment(text);
    }

    /** What makes the table whose {@code createTable} it stands in one of another sort: {@code strict} on SQLite. */
    public static Table.Option option(String words) {
        return new Table.Option(words);
    }

    /** Numbers counted up by the database in a way of their own, for {@link Column#withGeneration}. */
    public static Generation.Identity identity(boolean always, long start, long increment) {
        return new Generation.Identity(always, start, increment);
    }

    /** The columns that {@link Operations#insert} fills. */
    public static List<String> columns(String... names) {
        return List.of(names);
    }

    /** A row's values, in the order of the columns. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** How PostgreSQL and H2 turn old values into a new type: an SQL expression. */
    public static Using using(String expression) {
        return new Using(expression, null);
    }

    /** How old values become values of a new type, and how those become the old ones again. */
    public static Using using(String expression, String back) {
        return new Using(expression, back);
    }

    /** How values of the new type become old ones again, where the way there needs no expression. */
    public static Using usingBack(String back) {
        return new Using(null, back);
    }

    /** How many rows a statement must change; another number fails the migration. */
    public static ExpectedRows expectRows(int rows) {
        return new ExpectedRows(rows);
    }

    public static BigDecimal decimal(String digits) {
        return new BigDecimal(digits);
    }

    /** Bytes from their hexadecimal digits. */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    public static SqlType bool() {
        return SqlType.of(Kind.BOOLEAN);
    }

    public static SqlType tinyint() {
        return SqlType.of(Kind.TINYINT);
    }

    public static SqlType smallint() {
        return SqlType.of(Kind.SMALLINT);
    }

    public static SqlType integer() {
        return SqlType.of(Kind.INTEGER);
    }

    public static SqlType bigint() {
        return SqlType.of(Kind.BIGINT);
    }

    public static SqlType real() {
        return SqlType.of(Kind.REAL);
    }

    public static SqlType doublePrecision() {
        return SqlType.of(Kind.DOUBLE);
    }

    /** A floating point number with at least this many binary digits. */
    public static SqlType floating(int precision) {
        return SqlType.of(Kind.FLOAT, precision);
    }

    /** A decimal number: all digits, and those after the point. */
    public static SqlType numeric(int precision, int scale) {
        return SqlType.of(Kind.NUMERIC, precision, scale);
    }

    public static SqlType numeric() {
        return SqlType.of(Kind.NUMERIC);
    }

    /** Text of exactly this many characters. */
    public static SqlType character(int length) {
        return SqlType.of(Kind.CHAR, length);
    }

    /** Text of at most this many characters. */
    public static SqlType varchar(int length) {
        return SqlType.of(Kind.VARCHAR, length);
    }

    public static SqlType nchar(int length) {
        return SqlType.of(Kind.NCHAR, length);
    }

    public static SqlType nvarchar(int length) {
        return SqlType.of(Kind.NVARCHAR, length);
    }

    /** Text of any length. */
    public static SqlType clob() {
        return SqlType.of(Kind.CLOB);
    }

    public static SqlType nclob() {
        return SqlType.of(Kind.NCLOB);
    }

    public static SqlType binary(int length) {
        return SqlType.of(Kind.BINARY, length);
    }

    public static SqlType varbinary(int length) {
        return SqlType.of(Kind.VARBINARY, length);
    }

    /** Bytes of any length. */
    public static SqlType blob() {
        return SqlType.of(Kind.BLOB);
    }

    public static SqlType date() {
        return SqlType.of(Kind.DATE);
    }

    /** A time of day; the argument counts the digits of a second's fraction, here and in the three that follow. */
    public static SqlType time(Integer... digits) {
        return SqlType.of(Kind.TIME, digits);
    }

    public static SqlType timeWithTimeZone(Integer... digits) {
        return SqlType.of(Kind.TIME_WITH_TIME_ZONE, digits);
    }

    public static SqlType timestamp(Integer... digits) {
        return SqlType.of(Kind.TIMESTAMP, digits);
    }

    public static SqlType timestampWithTimeZone(Integer... digits) {
        return SqlType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, digits);
    }

    /** A duration in seconds. */
    public static SqlType interval(Integer... arguments) {
        return SqlType.of(Kind.INTERVAL, arguments);
    }

    public static SqlType uuid() {
        return SqlType.of(Kind.UUID);
    }

    public static SqlType json() {
        return SqlType.of(Kind.JSON);
    }

    /** Text of any length, in the row: what an attribute with {@code length = Length.LONG32} becomes. */
    public static SqlType text() {
        return SqlType.of(Kind.TEXT);
    }

    public static SqlType xml() {
        return SqlType.of(Kind.XML);
    }

    public static SqlType inet() {
        return SqlType.of(Kind.INET);
    }

    /** An enum type with a name of its own, and its labels in order (PostgreSQL). */
    public static EnumType enumType(String name, String... labels) {
        return new EnumType(QualifiedName.parse(name), List.of(labels));
    }

    /** A column of an enum type whose labels change. */
    public static TypeOperation.Use usedBy(String table, Column column) {
        return new TypeOperation.Use(QualifiedName.parse(table), column);
    }

    /** One of a few labels, as MySQL, MariaDB and H2 have it. */
    public static SqlType enumOf(String... labels) {
        return SqlType.enumOf(List.of(labels));
    }

    public static SqlType arrayOf(SqlType element) {
        return SqlType.arrayOf(element);
    }

    /** A type in the database's own words, such as {@code tsvector}. */
    public static SqlType type(String text) {
        return SqlType.other(text);
    }

    /**
     * How old values become values of a new type.
     *
     * @param expression in SQL; null for the database's own way
     * @param back the way back, in SQL; null for the database's own
     */
    public record Using(
            @Nullable String expression, @Nullable String back) {}

    /**
     * How many rows a statement must change.
     *
     * @param count the number, or {@link Statement.Sql#ANY}
     */
    public record ExpectedRows(int count) {}
}
