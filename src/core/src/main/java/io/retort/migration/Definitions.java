package io.retort.migration;

import static io.retort.migration.Support.Product.H2;
import static io.retort.migration.Support.Product.POSTGRESQL;

import io.retort.error.RetortException;
import io.retort.internal.csv.CsvFile;
import io.retort.operation.Batches;
import io.retort.operation.Fill;
import io.retort.operation.Rows;
import io.retort.operation.SequenceOperation.NumberedColumn;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.EnumType;
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

/**
 * Static factories for everything that an operation of a revision file needs: columns, types, constraints, indexes,
 * sequences and rows. Import them statically:
 *
 * <pre>{@code
 * import static io.retort.migration.Definitions.*;
 * }</pre>
 *
 * <p>Names are written as in SQL; see {@link Operations}. A type that a product does not have is mapped to the type
 * that Hibernate uses there.
 */
public final class Definitions {

    /**
     * For {@link ForeignKey#onDelete} and {@link ForeignKey#onUpdate}: refuse the change if a row still references the
     * key.
     */
    public static final Action NO_ACTION = Action.NO_ACTION;
    /** Like {@link #NO_ACTION}, but the product checks at once and cannot defer the check. */
    public static final Action RESTRICT = Action.RESTRICT;
    /** For foreign keys: delete or update the referencing rows, too. */
    public static final Action CASCADE = Action.CASCADE;
    /** For foreign keys: set the referencing columns to null. */
    public static final Action SET_NULL = Action.SET_NULL;
    /** For foreign keys: set the referencing columns to their defaults. */
    public static final Action SET_DEFAULT = Action.SET_DEFAULT;
    /**
     * For {@code deferred(...)}: checked after each statement unless the transaction defers it (PostgreSQL, SQLite).
     */
    public static final Deferral DEFERRABLE = Deferral.DEFERRABLE;
    /** For {@code deferred(...)}: checked at the end of the transaction (PostgreSQL, SQLite). */
    public static final Deferral INITIALLY_DEFERRED = Deferral.INITIALLY_DEFERRED;

    private Definitions() {}

    /**
     * Returns a column, nullable unless {@link Column#notNull()} follows.
     *
     * <pre>{@code
     * column("email", varchar(255)).notNull().defaultValue("unknown").comment("as confirmed")
     * }</pre>
     */
    public static Column column(String name, SqlType type) {
        return new Column(name, type);
    }

    /**
     * Returns a primary key without a name: {@code primaryKey("id")}. Append {@code .named("pk_invoice")} to name it.
     */
    public static PrimaryKey primaryKey(String... columns) {
        return new PrimaryKey(null, Arrays.asList(columns));
    }

    /** Returns a unique constraint: {@code unique("uk_invoice_number", "number")}. */
    public static Unique unique(String name, String... columns) {
        return new Unique(name, Arrays.asList(columns));
    }

    /**
     * Names the columns of a foreign key; {@link ForeignKeyColumns#references} returns the foreign key.
     *
     * <pre>{@code
     * foreignKey("fk_invoice_customer", "customer_id").references("customer", "id").onDelete(CASCADE)
     * }</pre>
     */
    public static ForeignKeyColumns foreignKey(String name, String... columns) {
        return new ForeignKeyColumns(name, List.of(columns));
    }

    /**
     * Returns a check constraint: {@code check("ck_invoice_total", "total >= 0")}.
     *
     * @param name the constraint's name
     * @param expression a condition in SQL, without the parentheses around it
     */
    public static Check check(String name, String expression) {
        return new Check(name, expression);
    }

    /**
     * Returns an index on ascending columns. Append {@link Index#descending}, {@link Index#expression} and similar methods
     * for further parts.
     *
     * <pre>{@code
     * index("ix_customer_name", "name").descending("email").asUnique()
     * }</pre>
     */
    public static Index index(String name, String... columns) {
        return new Index(name, Arrays.asList(columns));
    }

    /**
     * Returns a sequence that starts at 1 and is incremented by 1: {@code sequence("customer_seq").incrementBy(50)}.
     * MySQL and SQLite have no sequences.
     */
    public static Sequence sequence(String name) {
        return new Sequence(QualifiedName.parse(name));
    }

    /**
     * Names a column whose values come from a sequence, for {@link Operations#createSequence}. The sequence starts
     * after the largest value of the column.
     *
     * <pre>{@code
     * op.createSequence(sequence("item_seq").incrementBy(50), startAfter("item", "id"));
     * }</pre>
     */
    public static NumberedColumn startAfter(String table, String column) {
        return new NumberedColumn(QualifiedName.parse(table), column);
    }

    /**
     * Returns a whole table, for {@link Operations#rebuildTable}. Append {@link Table#indexed} for its indexes.
     *
     * <pre>{@code
     * table("customer", column("id", bigint()).notNull(), primaryKey("id")).indexed(index("ix_customer_id", "id"))
     * }</pre>
     */
    public static Table table(String name, Table.Element... elements) {
        return Table.of(QualifiedName.parse(name), Arrays.asList(elements));
    }

    /** Returns a comment on the table in whose {@code createTable} it is used: {@code comment("People who buy")}. */
    public static Table.Comment comment(String text) {
        return new Table.Comment(text);
    }

    /**
     * Returns a table option, which follows the columns in {@code create table}: {@code option("strict")} or
     * {@code option("without rowid")}. Only SQLite supports options; the other products refuse them.
     */
    public static Table.Option option(String words) {
        return new Table.Option(words);
    }

    /**
     * Returns an identity that accepts values of inserts, for {@link Column#withGeneration}. Append {@code startWith} and
     * {@code incrementBy}.
     *
     * <pre>{@code
     * column("id", bigint()).withGeneration(identity().startWith(100).incrementBy(10))
     * }</pre>
     */
    public static Generation.Identity identity() {
        return Generation.Identity.BY_DEFAULT;
    }

    /**
     * Returns an identity that refuses values of inserts ({@code generated always}), for {@link Column#withGeneration}:
     * {@code identityAlways().startWith(100)}.
     */
    public static Generation.Identity identityAlways() {
        return new Generation.Identity(true, 1, 1);
    }

    /**
     * Returns the column names of {@link Operations#insert} or {@link Operations#delete}:
     * {@code columns("id", "name")}.
     */
    public static List<String> columns(String... names) {
        return List.of(names);
    }

    /**
     * Returns the values of one row, in the order of the columns: {@code row(1, "Ada", null)}.
     *
     * @param values strings, numbers, booleans, {@code java.time} values, UUIDs, byte arrays or null
     */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /**
     * Returns an assignment for {@link Operations#backfill}, which needs the condition of its rows: {@code set("email",
     * "lower(mail)").where("email is null")}.
     *
     * @param column the column's name
     * @param expression an SQL expression, which can refer to the columns of the row
     */
    public static Fill.Assignments set(String column, String expression) {
        return new Fill.Assignments(List.of(new Fill.Assignment(column, expression)));
    }

    /**
     * Returns how {@link Operations#backfill} divides rows, by default: {@code batches().rows(2_000).pauseMillis(200)}.
     */
    public static Batches batches() {
        return Batches.STANDARD;
    }

    /** Returns the columns that identify a row, for {@link Operations#upsert}: {@code key("code")}. */
    public static List<String> key(String... columns) {
        return List.of(columns);
    }

    /**
     * Returns no rows, for {@link Operations#upsert(String, List, Rows, Rows)} in a revision before which no database has
     * rows with these keys: {@code op.upsert("tier", key("id"), noRows(), csv(getClass(), "tiers.csv"))}.
     */
    public static Rows noRows() {
        return Rows.NONE;
    }

    /**
     * Returns rows for {@link Operations#upsert}:
     * {@code rows(columns("code", "name"), row("FR", "France"), row("IT", "Italy"))}.
     *
     * @param columns the columns that get values
     * @param rows the values of each row, in the order of the columns
     * @throws IllegalArgumentException if a row has more or fewer values than there are columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Rows rows(List<String> columns, List<@Nullable Object>... rows) {
        return new Rows(columns, Arrays.asList(rows));
    }

    /**
     * Reads rows from a CSV file on the class path: {@code csv(getClass(), "countries.csv")}.
     *
     * <p>The file is UTF-8, separated by commas. Its first line contains the names of the columns, each with a type after a
     * colon unless its values are text: {@code code,name,population:bigint,since:date}. The types are {@code integer},
     * {@code bigint}, {@code decimal}, {@code boolean} (true, false), {@code date} (2026-11-30), {@code time},
     * {@code timestamp} (2026-11-30T10:15:30), {@code instant} (2026-11-30T10:15:30Z), {@code uuid}, {@code bytes} (hexadecimal)
     * and {@code text}. A value in double quotes can contain commas, line breaks and, doubled, double quotes. An empty
     * value is null, and {@code ""} is an empty text.
     *
     * <p>The rows are part of the revision: its checksum changes with the file.
     *
     * @param revision the class next to which the file is
     * @param file the name, relative to the package of the class; with a slash at its start, relative to the class path
     * @throws RetortException if the file does not exist, or with the line if it is not such a file
     */
    public static Rows csv(Class<?> revision, String file) {
        return CsvFile.read(revision, file);
    }

    /**
     * Gives the SQL expression that converts the old values when a column changes its type:
     * {@code using("length(age)")}. All products evaluate it; those without {@code using} convert the values in an
     * additional column.
     */
    public static Using using(String expression) {
        return new Using(expression, null);
    }

    /**
     * Gives the SQL expressions of both directions of a type change.
     *
     * <pre>{@code
     * op.alterColumn("customer", column("age", varchar(10)), column("age", integer()),
     *         using("length(age)", "left('*********', age)"));
     * }</pre>
     *
     * @param expression converts old values to the new type
     * @param back converts new values to the old type in the downgrade
     */
    public static Using using(String expression, String back) {
        return new Using(expression, back);
    }

    /**
     * Gives the SQL expression that converts new values to the old type in the downgrade; the upgrade needs no
     * expression.
     *
     * <pre>{@code
     * op.alterColumn("customer", column("age", integer()), column("age", varchar(10)), usingBack("length(age)"));
     * }</pre>
     */
    public static Using usingBack(String back) {
        return new Using(null, back);
    }

    /**
     * Sets how many rows a statement must change, for {@link Operations#execute(String, ExpectedRows)}: {@code expectRows(1)}. Any
     * other number fails the migration.
     */
    public static ExpectedRows expectRows(int rows) {
        return new ExpectedRows(rows);
    }

    /**
     * Returns a decimal value with its exact digits: {@code decimal("12.50")}.
     *
     * @throws NumberFormatException if the text is not a decimal number
     */
    public static BigDecimal decimal(String digits) {
        return new BigDecimal(digits);
    }

    /**
     * Returns a binary value from hexadecimal digits: {@code bytes("00ff5c27")}.
     *
     * @throws IllegalArgumentException if the text is not an even number of hexadecimal digits
     */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** Returns the type {@code boolean}: {@code column("active", bool())}. It is {@code bit} on MySQL, MariaDB and SQL Server. */
    @Support
    public static SqlType bool() {
        return SqlType.of(Kind.BOOLEAN);
    }

    /**
     * Returns the type of integers of 8 bits: {@code column("level", tinyint())}. It is {@code smallint} on PostgreSQL and SQL
     * Server.
     */
    @Support
    public static SqlType tinyint() {
        return SqlType.of(Kind.TINYINT);
    }

    /** Returns the type of integers of 16 bits: {@code column("year", smallint())}. */
    @Support
    public static SqlType smallint() {
        return SqlType.of(Kind.SMALLINT);
    }

    /** Returns the type of integers of 32 bits: {@code column("age", integer())}. */
    @Support
    public static SqlType integer() {
        return SqlType.of(Kind.INTEGER);
    }

    /** Returns the type of integers of 64 bits: {@code column("id", bigint())}. */
    @Support
    public static SqlType bigint() {
        return SqlType.of(Kind.BIGINT);
    }

    /** Returns the type of single-precision floating point numbers: {@code column("ratio", real())}. */
    @Support
    public static SqlType real() {
        return SqlType.of(Kind.REAL);
    }

    /** Returns the type of double-precision floating point numbers: {@code column("ratio", doublePrecision())}. */
    @Support
    public static SqlType doublePrecision() {
        return SqlType.of(Kind.DOUBLE);
    }

    /**
     * Returns the type of floating point numbers with at least this precision: {@code floating(53)}.
     *
     * @param precision the number of binary digits, for example 53
     */
    @Support
    public static SqlType floating(int precision) {
        return SqlType.floating(precision);
    }

    /**
     * Returns the type of exact decimal numbers: {@code numeric(10, 2)}.
     *
     * @param precision the number of digits
     * @param scale the number of digits after the decimal point
     */
    @Support
    public static SqlType numeric(int precision, int scale) {
        return SqlType.numeric(precision, scale);
    }

    /**
     * Returns the type of exact decimal numbers without fractional digits: {@code numeric(10)}.
     *
     * @param precision the number of digits
     */
    @Support
    public static SqlType numeric(int precision) {
        return SqlType.numeric(precision);
    }

    /**
     * Returns the type of exact decimal numbers with the precision and scale that are the product's default:
     * {@code column("total", numeric())}.
     */
    @Support
    public static SqlType numeric() {
        return SqlType.of(Kind.NUMERIC);
    }

    /**
     * Returns the type of texts with a fixed length: {@code character(3)}. MySQL and MariaDB have {@code varchar} instead, as
     * Hibernate maps it there.
     *
     * @param length in characters
     */
    @Support
    public static SqlType character(int length) {
        return SqlType.character(length);
    }

    /**
     * Returns the type of texts with a maximum length: {@code varchar(255)}.
     *
     * @param length in characters
     */
    @Support
    public static SqlType varchar(int length) {
        return SqlType.varchar(length);
    }

    /**
     * Returns the type of national (Unicode) texts with a fixed length: {@code nchar(3)}.
     *
     * @param length in characters
     */
    @Support
    public static SqlType nchar(int length) {
        return SqlType.nchar(length);
    }

    /**
     * Returns the type of national (Unicode) texts with a maximum length: {@code nvarchar(255)}.
     *
     * @param length in characters
     */
    @Support
    public static SqlType nvarchar(int length) {
        return SqlType.nvarchar(length);
    }

    /** Returns the type of character large objects: {@code column("body", clob())}. It is {@code oid} on PostgreSQL. */
    @Support
    public static SqlType clob() {
        return SqlType.of(Kind.CLOB);
    }

    /**
     * Returns the type of national (Unicode) character large objects: {@code column("body", nclob())}. It is {@code oid} on
     * PostgreSQL.
     */
    @Support
    public static SqlType nclob() {
        return SqlType.of(Kind.NCLOB);
    }

    /**
     * Returns the type of byte strings with a fixed length: {@code binary(16)}. PostgreSQL and SQLite ignore the length.
     *
     * @param length in bytes
     */
    @Support
    public static SqlType binary(int length) {
        return SqlType.binary(length);
    }

    /**
     * Returns the type of byte strings with a maximum length: {@code varbinary(255)}. PostgreSQL and SQLite ignore the length.
     *
     * @param length in bytes
     */
    @Support
    public static SqlType varbinary(int length) {
        return SqlType.varbinary(length);
    }

    /** Returns the type of binary large objects: {@code column("photo", blob())}. It is {@code oid} on PostgreSQL. */
    @Support
    public static SqlType blob() {
        return SqlType.of(Kind.BLOB);
    }

    /** Returns the type of dates without a time of day: {@code column("born", date())}. */
    @Support
    public static SqlType date() {
        return SqlType.of(Kind.DATE);
    }

    /** Returns the type of times of day, with the product's default precision: {@code column("opens", time())}. */
    @Support
    public static SqlType time() {
        return SqlType.of(Kind.TIME);
    }

    /**
     * Returns the type of times of day: {@code time(6)}.
     *
     * @param digits the number of fractional digits of a second
     */
    @Support
    public static SqlType time(int digits) {
        return SqlType.time(digits);
    }

    /**
     * Returns the type of times of day with a time zone offset, with the product's default precision:
     * {@code column("opens", timeWithTimeZone())}.
     */
    @Support
    public static SqlType timeWithTimeZone() {
        return SqlType.of(Kind.TIME_WITH_TIME_ZONE);
    }

    /**
     * Returns the type of times of day with a time zone offset: {@code timeWithTimeZone(6)}.
     *
     * @param digits the number of fractional digits of a second
     */
    @Support
    public static SqlType timeWithTimeZone(int digits) {
        return SqlType.timeWithTimeZone(digits);
    }

    /**
     * Returns the type of dates with a time of day, without a time zone, with the product's default precision:
     * {@code column("seen", timestamp())}.
     */
    @Support
    public static SqlType timestamp() {
        return SqlType.of(Kind.TIMESTAMP);
    }

    /**
     * Returns the type of dates with a time of day, without a time zone: {@code timestamp(6)}.
     *
     * @param digits the number of fractional digits of a second
     */
    @Support
    public static SqlType timestamp(int digits) {
        return SqlType.timestamp(digits);
    }

    /**
     * Returns the type of points in time: dates with a time of day and a time zone, with the product's default precision:
     * {@code column("created", timestampWithTimeZone())}.
     */
    @Support
    public static SqlType timestampWithTimeZone() {
        return SqlType.of(Kind.TIMESTAMP_WITH_TIME_ZONE);
    }

    /**
     * Returns the type of points in time: dates with a time of day and a time zone: {@code timestampWithTimeZone(6)}.
     *
     * @param digits the number of fractional digits of a second
     */
    @Support
    public static SqlType timestampWithTimeZone(int digits) {
        return SqlType.timestampWithTimeZone(digits);
    }

    /**
     * Returns the type of durations in seconds, with the product's default precision: {@code column("length", interval())}.
     */
    @Support({POSTGRESQL, H2})
    public static SqlType interval() {
        return SqlType.of(Kind.INTERVAL);
    }

    /**
     * Returns the type of durations in seconds: {@code interval(6)}.
     *
     * @param digits the number of fractional digits of a second
     */
    @Support({POSTGRESQL, H2})
    public static SqlType interval(int digits) {
        return SqlType.interval(digits);
    }

    /**
     * Returns the type of durations in seconds: {@code interval(18, 6)}. Products without a precision ignore it.
     *
     * @param precision the number of digits before the decimal point
     * @param digits the number of fractional digits of a second
     */
    @Support({POSTGRESQL, H2})
    public static SqlType interval(int precision, int digits) {
        return SqlType.interval(precision, digits);
    }

    /**
     * Returns the type of UUIDs: {@code column("token", uuid())}. MySQL and HSQLDB store 16 bytes ({@code binary(16)}), SQLite a
     * {@code blob}. SQL Server has {@code uniqueidentifier}.
     */
    @Support
    public static SqlType uuid() {
        return SqlType.of(Kind.UUID);
    }

    /**
     * Returns the type of JSON documents: {@code column("settings", json())}. It is {@code jsonb} on PostgreSQL. HSQLDB, SQLite and
     * SQL Server store a text.
     */
    @Support
    public static SqlType json() {
        return SqlType.of(Kind.JSON);
    }

    /**
     * Returns the type of texts of any length that are stored in the row: the type of an attribute with
     * {@code length = Length.LONG32}. Example: {@code column("body", text())}.
     */
    @Support
    public static SqlType text() {
        return SqlType.of(Kind.TEXT);
    }

    /**
     * Returns the type of XML documents: {@code column("receipt", xml())}. Only PostgreSQL and SQL Server have it; the others
     * store a text.
     */
    @Support
    public static SqlType xml() {
        return SqlType.of(Kind.XML);
    }

    /** Returns the type of network addresses: {@code column("host", inet())}. Only PostgreSQL has it; the others store bytes. */
    @Support
    public static SqlType inet() {
        return SqlType.of(Kind.INET);
    }

    /**
     * Returns a named enum type: {@code enumType("mood", "HAPPY", "SAD")}, for {@link Operations#createEnum},
     * {@link Operations#dropEnum(EnumType)} and {@link Operations#alterEnum} (PostgreSQL; a domain on H2).
     *
     * @param name the name of the type
     * @param values the values, in order
     */
    @Support({POSTGRESQL, H2})
    public static EnumType enumType(String name, String... values) {
        return new EnumType(QualifiedName.parse(name), List.of(values));
    }

    /**
     * Names a column of an enum type whose values change, for {@link Operations#alterEnum} (PostgreSQL, H2):
     * {@code usedBy("person", column("mood", type("mood")))}.
     *
     * @param table the table's name
     * @param column the whole column
     */
    @Support({POSTGRESQL, H2})
    public static TypeOperation.Use usedBy(String table, Column column) {
        return new TypeOperation.Use(QualifiedName.parse(table), column);
    }

    /**
     * Returns an inline enum type: {@code enumOf("NEW", "PAID")} (MySQL, MariaDB, H2). Elsewhere it becomes a {@code varchar(255)}
     * with a check constraint that lists the values.
     */
    @Support
    public static SqlType enumOf(String... values) {
        return SqlType.enumOf(List.of(values));
    }

    /**
     * Returns an inline enum type that is a {@code varchar} of another length elsewhere: {@code enumOf(20, "NEW", "PAID")}.
     *
     * @param length the length of that {@code varchar}, in characters
     * @param values the values
     */
    @Support
    public static SqlType enumOf(int length, String... values) {
        return SqlType.enumOf(length, List.of(values));
    }

    /**
     * Returns the type of arrays of an element type: {@code arrayOf(varchar(20))}. PostgreSQL, H2 and HSQLDB have arrays. MySQL and
     * MariaDB store JSON, SQL Server XML, and SQLite a {@code blob}, as Hibernate does.
     */
    @Support
    public static SqlType arrayOf(SqlType element) {
        return SqlType.arrayOf(element);
    }

    /** Returns a type by the product's own name, for example {@code type("tsvector")}. The text is sent unchanged. */
    @Support
    public static SqlType type(String text) {
        return SqlType.other(text);
    }

    /**
     * The columns of a foreign key that does not yet name the columns it references.
     *
     * @param name the constraint's name
     * @param columns the referencing columns, in order
     */
    public record ForeignKeyColumns(String name, List<String> columns) {

        /**
         * Returns the foreign key: {@code foreignKey("fk", "customer_id").references("customer", "id")}.
         *
         * @param table the referenced table
         * @param referenced the referenced columns, in the order of the referencing ones
         */
        public ForeignKey references(String table, String... referenced) {
            return new ForeignKey(
                    name,
                    columns,
                    QualifiedName.parse(table),
                    List.of(referenced),
                    Action.NO_ACTION,
                    Action.NO_ACTION,
                    Deferral.NOT_DEFERRABLE);
        }
    }

    /**
     * The SQL expressions that convert values when a column changes its type.
     *
     * @param expression converts old values to the new type; null for the product's own conversion
     * @param back converts new values to the old type in the downgrade; null for the product's own conversion
     */
    public record Using(
            @Nullable String expression, @Nullable String back) {}

    /**
     * The number of rows that a statement must change.
     *
     * @param count the number
     */
    public record ExpectedRows(int count) {}
}
