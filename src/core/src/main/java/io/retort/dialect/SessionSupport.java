package io.retort.dialect;

import io.retort.dialect.Locking.LockName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the sessions of a product besides running statements, as SQL text: locking, timeouts, settings,
 * lock holders and progress. Other packages send this text.
 *
 * <p>A query for sessions has these columns, each of which can be null:
 *
 * <ol>
 *   <li>the session id
 *   <li>the user
 *   <li>the application name
 *   <li>the client's host
 *   <li>the seconds since the session or its transaction began
 *   <li>the current or last statement
 *   <li>the seconds for which the session has been idle; null while a statement runs
 *   <li>the statement that terminates the session
 * </ol>
 */
public interface SessionSupport {

    /**
     * Returns how the migration lock is provided.
     *
     * @param name the name of the lock
     * @param token a text that identifies this run
     */
    default Locking locking(LockName name, String token) {
        return new Locking.SecondConnection();
    }

    /** Returns how to change the current schema of a session; empty if that is not supported. */
    default Optional<CurrentSchema> currentSchema() {
        return Optional.empty();
    }

    /**
     * Returns settings that make the server notice soon that the client has disappeared, so that it releases the locks.
     * A setting that the server refuses is skipped.
     */
    default List<SessionSetting> detectLostClient() {
        return List.of();
    }

    /** Returns settings that permit a session to be idle for long, while Java code uses its connection. */
    default List<SessionSetting> duringWork() {
        return List.of();
    }

    /**
     * Returns a query for whether a session is {@code active} or {@code idle}; it returns no row if the session has
     * ended.
     */
    default Optional<String> activity(String id) {
        return Optional.empty();
    }

    /** Returns the statement that terminates a session. */
    default Optional<String> end(String id) {
        return Optional.empty();
    }

    /** Returns how the driver reports the session id of a connection; empty if it does not. */
    default Optional<DriverProperty> sessionOfDriver() {
        return Optional.empty();
    }

    /** Returns driver properties that make a connection notice that the server has disappeared. */
    default Map<String, String> connectionProperties(Duration timeout) {
        return Map.of();
    }

    /** Returns the settings that limit the wait for locks of other sessions. */
    default List<SessionSetting> lockTimeout(Duration timeout) {
        return List.of();
    }

    /** Returns the settings that limit the duration of a statement; empty if only JDBC can limit it. */
    default List<SessionSetting> statementTimeout(Duration timeout) {
        return List.of();
    }

    /**
     * Returns all settings of a run as one: detection of a lost client, and the two timeouts.
     *
     * @param lockTimeout how long a statement waits for locks; zero for the database's own setting
     * @param statementTimeout how long a statement may run; zero for the database's own setting
     * @return the setting; empty if the product needs a statement for each of them
     */
    default Optional<SessionSetting> ofRun(Duration lockTimeout, Duration statementTimeout) {
        return Optional.empty();
    }

    /**
     * Returns a query for whether the session enforces foreign keys: one row with 1 or 0. Where a session decides that, a
     * dropped table deletes its rows first, and with them the rows that reference them. No value where foreign keys are
     * always enforced.
     */
    default Optional<String> foreignKeysQuery() {
        return Optional.empty();
    }

    /** Returns the settings for a step that rebuilds a table; they are set before its transaction begins. */
    default List<SessionSetting> rebuilding() {
        return List.of();
    }

    /** Returns whether an error is a lock timeout, so that a retry can succeed. */
    default boolean isLockTimeout(String sqlState, int errorCode) {
        return false;
    }

    /** Returns whether concurrent DDL on different objects does not conflict. */
    default boolean definesInParallel() {
        return true;
    }

    /** Returns whether a statement can wait for locks without a limit, because no other session waits for it. */
    default boolean waitsWithoutBlocking(String sql) {
        return false;
    }

    /**
     * Returns queries for the sessions that may have blocked a statement, best first. The next one is used if a query
     * is not permitted or returns no row.
     */
    default List<String> blockers(String sql) {
        return List.of();
    }

    /** Returns the extra work for a statement that builds an index concurrently; empty if it does not. */
    default Optional<IndexBuild> indexBuild(String sql) {
        return Optional.empty();
    }

    /** Returns how to read and restore the session's state; empty if that is not supported. */
    default Optional<SessionState> state() {
        return Optional.empty();
    }

    /**
     * Returns a query for the schema that contains a table, or in which it would be created, as the catalog stores it.
     *
     * @param table the table as a statement writes it
     * @return the query; empty if JDBC reports the current schema
     */
    default Optional<String> schemaOf(String table) {
        return Optional.empty();
    }

    /**
     * Returns a query for the columns that JDBC metadata leaves out, such as invisible ones.
     *
     * @return the query, whose columns are schema, table and column as stored; empty if JDBC metadata has all columns
     */
    default Optional<String> hiddenColumns() {
        return Optional.empty();
    }

    /** Returns a query for the id of this session. */
    default Optional<String> id() {
        return Optional.empty();
    }

    /**
     * Returns a query for texts about the progress of another session's statement; empty if the product does not report
     * it.
     */
    default Optional<String> progress(String id) {
        return Optional.empty();
    }

    /**
     * Returns a query for the character set of a table; empty if it is always Unicode.
     *
     * @param schema the table's schema as stored; null for the session's current schema
     * @param table the table's name as stored
     */
    default Optional<String> characterSet(@Nullable String schema, String table) {
        return Optional.empty();
    }

    /**
     * How to change the current schema of a session, on a product with several schemas.
     *
     * @param isCatalog whether JDBC calls a schema of this product a catalog
     * @param read a query for the setting to restore, where a session has a search path that JDBC does not report; null
     *     otherwise
     * @param restore the statement that restores that setting, with one parameter; null if the setting cannot be restored by a statement
     */
    record CurrentSchema(
            boolean isCatalog,
            @Nullable String read,
            @Nullable String restore) {

        /** A product whose sessions have one current schema, which JDBC calls a schema. */
        public static final CurrentSchema SCHEMA = new CurrentSchema(false, null, null);

        /** A product whose sessions have one current schema, which JDBC calls a catalog. */
        public static final CurrentSchema CATALOG = new CurrentSchema(true, null, null);
    }

    /**
     * A property of a connection that only the driver's own API reports.
     *
     * @param type the driver's connection type
     * @param method its method, without parameters
     */
    record DriverProperty(String type, String method) {

        /**
         * Reads the property from the driver, without a query. Uses reflection, because the driver is on the application's
         * class path only.
         *
         * @return the value; empty if the driver is a different one, or the pool does not expose it
         */
        public Optional<String> read(Connection connection) {
            try {
                Class<?> api = Class.forName(
                        type, false, connection.getMetaData().getClass().getClassLoader());
                Object driver = connection.unwrap(api);
                return Optional.of(String.valueOf(api.getMethod(method).invoke(driver)));
            } catch (ReflectiveOperationException | SQLException | RuntimeException notTold) {
                return Optional.empty();
            }
        }
    }

    /**
     * A temporary session setting.
     *
     * @param read a query for the present value, in the form that {@link #write} accepts
     * @param write the statement that sets it, up to the value
     * @param value the temporary value
     */
    record SessionSetting(String read, String write, String value) {}

    /**
     * The extra work for an index that is built concurrently.
     *
     * @param name the index
     * @param leftovers a query for the statements that drop an invalid index of an earlier, failed build with the same name
     * @param unusable a query that returns a row if the index exists but is invalid
     * @param removal the statement that drops the index if it exists, also an invalid one
     */
    record IndexBuild(String name, String leftovers, String unusable, String removal) {}
}
