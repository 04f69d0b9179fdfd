package io.retort.dialect;

import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.dialect.SessionSupport.DriverProperty;
import io.retort.dialect.conversion.ConversionTable;
import io.retort.operation.Ddl;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes one database product: its SQL, its limits and its error codes. Implementations are stateless and are found as services:
 * a jar with another product names its class in {@code META-INF/services/io.retort.dialect.Dialect}.
 */
public interface Dialect {

    /** Returns the product's name in lower case, for options and file names: {@code postgresql}. */
    String name();

    /** Returns the product's name as its JDBC driver reports it, for messages and remarks: {@code PostgreSQL}. */
    default String productName() {
        return name();
    }

    /**
     * Returns whether this dialect supports the product.
     *
     * @param productName the result of {@code DatabaseMetaData.getDatabaseProductName()}
     * @param productVersion the result of {@code DatabaseMetaData.getDatabaseProductVersion()}
     */
    boolean supports(String productName, String productVersion);

    /** Returns whether a JDBC URL belongs to this product. */
    boolean acceptsUrl(String url);

    /**
     * Returns whether a JDBC URL is of a database that exists only in the memory of this process. A test can delete such a
     * database without asking.
     *
     * @param url a URL that {@link #acceptsUrl} accepts
     */
    default boolean isInMemory(String url) {
        return false;
    }

    /** Returns how names are folded and quoted. */
    Identifiers identifiers();

    /** Returns the SQL of each operation. */
    Ddl ddl();

    /** Returns the product's name of a type, exactly as Hibernate's dialect of the product writes it. */
    String typeName(SqlType type);

    /**
     * Parses a type name as written by {@link #typeName}: {@code typeName(readType(text).get())} equals the text.
     *
     * @return the type; empty if no type or more than one type has that name
     */
    Optional<SqlType> readType(String typeName);

    /** Whether a column can have an enum's constants in its type; if not, a check constraint lists them. */
    default boolean hasEnumColumns() {
        return false;
    }

    /** Whether a rename can move a table to another schema. */
    default boolean movesTables() {
        return false;
    }

    /** Returns whether a table has a default collation, so that a difference of it is a difference of the table. */
    default boolean tablesHaveCollations() {
        return false;
    }

    /**
     * Returns whether a generated column is always stored, although its definition does not say so. If not, the definition
     * contains {@code stored} or {@code persistent} where the product stores the values.
     */
    default boolean alwaysStoresGeneratedColumns() {
        return false;
    }

    /** Returns null as an expression of a type, for a statement that needs to know the type. */
    default String nullOf(SqlType type) {
        return "cast(null as " + typeName(type) + ")";
    }

    /**
     * Returns how a session reads SQL text. For a dialect from {@link #inSession} this is that session; otherwise it is
     * a session with default settings.
     */
    default SqlSyntax syntax() {
        return SqlSyntax.STANDARD;
    }

    /** Returns a query for the session setting that changes how SQL text is read; empty if no setting changes it. */
    default Optional<String> syntaxQuery() {
        return Optional.empty();
    }

    /** Returns how the driver reports that setting without a query; empty if it does not. */
    default Optional<DriverProperty> syntaxOfDriver() {
        return Optional.empty();
    }

    /**
     * Returns a dialect that writes text for the settings of one session. The dialect without a session, for scripts
     * and files, writes text that means the same in every session.
     *
     * @param setting the value from {@link #syntaxOfDriver}, or the result of {@link #syntaxQuery}
     */
    default Dialect inSession(String setting) {
        return this;
    }

    /**
     * Returns a value as an SQL literal.
     *
     * @param value a string, a number, a boolean, a {@code java.time} value, a UUID, a byte array or null
     */
    String literal(@Nullable Object value);

    /** Returns an SQL expression for the time of the statement, in UTC, without a time zone. */
    String utcNow();

    /** Returns an SQL expression for the current database user; {@code null} as SQL text where there are no users. */
    default String currentUser() {
        return "current_user";
    }

    /** Returns whether DDL can be rolled back. */
    boolean transactionalDdl();

    /**
     * Returns whether the product can make a change only by a rebuild of the table ({@link TableOperation.Rebuild}).
     *
     * @param change a change to a column, constraint or index
     * @param table the whole table before the change
     */
    default boolean needsRebuild(Operation change, Table table) {
        return false;
    }

    /**
     * Returns whether a foreign key needs an index of its table, so that a change of the index drops the foreign key and
     * adds it again.
     */
    default boolean foreignKeysNeedIndexes() {
        return false;
    }

    /** Whether names of tables that differ only in the case of letters mean the same table. */
    default boolean ignoresCaseOfTables() {
        return false;
    }

    /** Whether no other table of the schema can have an index of the same name. */
    default boolean indexNamesAreUniqueInSchema() {
        return false;
    }

    /**
     * Returns whether no other table of the schema can have a constraint of the same name.
     *
     * @param constraint a constraint with a name
     */
    default boolean nameIsUniqueInSchema(Constraint constraint) {
        return false;
    }

    /**
     * Returns whether check constraints and generated columns follow a renamed column. If not, the product refuses to rename a
     * column that they use.
     */
    default boolean referencesFollowRenames() {
        return true;
    }

    /**
     * Returns a statement that makes a new sequence continue where another one ends, for a product that cannot rename a
     * sequence; empty if it can.
     *
     * @param sequence the new sequence
     * @param from the sequence that it replaces
     */
    default Optional<String> continueSequence(QualifiedName sequence, QualifiedName from) {
        return Optional.empty();
    }

    /**
     * Returns a statement that makes an identity column continue after its largest value. A product needs it if its
     * identity columns do not notice values that were inserted explicitly; empty if they do.
     *
     * @param table the table
     * @param column the identity column
     */
    default Optional<String> continueIdentity(QualifiedName table, String column) {
        return Optional.empty();
    }

    /** Returns what happens to the values of a column when its type changes. */
    ConversionTable conversions();

    /**
     * Returns an SQL expression without the trailing blanks that some products add when an expression combines several
     * texts.
     */
    default String trimPadding(String text) {
        return text;
    }

    /**
     * Returns an SQL expression for a text whose comparisons tell upper case from lower case, whatever the collation of its
     * column.
     *
     * @param text the SQL expression of the text
     */
    default String caseSensitive(String text) {
        return text;
    }

    /**
     * Returns a statement that fails if any row of a table meets a condition, and otherwise does nothing.
     *
     * @param table the table
     * @param condition the condition, in SQL
     * @param message what is wrong with such a row; part of the error message where the product can report it, and
     *     always part of the statement
     */
    String failIfAny(QualifiedName table, String condition, String message);

    /**
     * Returns the message of a statement that {@link #failIfAny} has written.
     *
     * @param statement any statement, without a semicolon
     * @return the message; empty if it is another statement
     */
    Optional<String> messageOfCheck(String statement);

    /**
     * Returns the end of an ordered query that returns one row after others.
     *
     * @param skipped the number of rows before it
     */
    default String oneRowAfter(long skipped) {
        return "offset " + skipped + " rows fetch next 1 rows only";
    }

    /** Returns whether an index serves a comparison of rows: {@code (a, b) > (1, 2)}. */
    default boolean comparesRowsByIndex() {
        return false;
    }

    /** Returns the text between the statements of a script. */
    default ScriptFormat scriptFormat() {
        return ScriptFormat.STANDARD;
    }

    /**
     * Returns the catalog views that show whether a statement took effect; empty to use JDBC metadata, which shows
     * less.
     */
    default Optional<Catalog> catalog() {
        return Optional.empty();
    }

    /**
     * Returns how to find the remains of an interrupted table copy; empty if the product does not alter tables by
     * copying.
     */
    default Optional<Catalog.Copies> copies() {
        return Optional.empty();
    }

    /** Returns how a script runs a statement conditionally; empty if the product has no procedural SQL. */
    default Optional<ScriptGuard> scriptGuard() {
        return Optional.empty();
    }

    /** Returns what is known about the product's sessions: locks, timeouts and settings. */
    default SessionSupport sessions() {
        return new SessionSupport() {};
    }

    /**
     * Classifies an error.
     *
     * @param sqlState the SQLSTATE; empty if the exception has no SQLSTATE
     * @param errorCode the product's error code
     * @param message the error message; used only where the codes are not sufficient
     */
    default DatabaseError error(String sqlState, int errorCode, String message) {
        return DatabaseError.ofState(sqlState);
    }
}
