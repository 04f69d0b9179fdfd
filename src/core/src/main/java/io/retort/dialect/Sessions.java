package io.retort.dialect;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a product's sessions can do besides running statements: keep each other out, wait only so long, tell who is in the
 * way and how far they are. All of it is SQL text; who sends it is not said here.
 *
 * <p>A query for sessions has the columns: id, user, application, host, the seconds since when, what it runs or ran last, the
 * seconds for which it has been idle (null while it runs something), the statement that ends it. Each may be null.
 */
public interface Sessions {

    /** How runs are kept apart. */
    default Locking locking(LockName name, String token) {
        return new Locking.SecondConnection();
    }

    /** How a session is put into one of several schemas; empty if the product has no way that Retort knows. */
    default Optional<CurrentSchema> currentSchema() {
        return Optional.empty();
    }

    /**
     * Settings with which the server soon notices that the client of a session is gone, and frees its locks; one that the
     * server refuses is left out.
     */
    default List<Setting> noticeLostClient() {
        return List.of();
    }

    /** Settings with which a session may be idle for long while Java code works on it. */
    default List<Setting> duringWork() {
        return List.of();
    }

    /** A query that tells of a session whether it is {@code active} or {@code idle}; no row if it has ended. */
    default Optional<String> activity(String id) {
        return Optional.empty();
    }

    /** The statement that ends a session. */
    default Optional<String> end(String id) {
        return Optional.empty();
    }

    /** How to ask a connection's driver which session it was given when it connected; empty if it does not know. */
    default Optional<DriverProperty> sessionOfDriver() {
        return Optional.empty();
    }

    /** Settings of the driver with which a connection notices that the server is gone. */
    default Map<String, String> connectionProperties(Duration timeout) {
        return Map.of();
    }

    /** The settings with which a statement waits for another session's lock no longer than this. */
    default List<Setting> lockTimeout(Duration timeout) {
        return List.of();
    }

    /** The settings with which a statement runs no longer than this; empty if only JDBC can say so. */
    default List<Setting> statementTimeout(Duration timeout) {
        return List.of();
    }

    /**
     * What a run needs in one setting: to notice a lost client, and the two timeouts.
     *
     * @param lockTimeout zero for the database's own
     * @param statementTimeout zero for the database's own
     * @return empty if the product needs a statement for each
     */
    default Optional<Setting> ofRun(Duration lockTimeout, Duration statementTimeout) {
        return Optional.empty();
    }

    /** The settings with which a step runs that builds a table anew; set before its transaction begins. */
    default List<Setting> rebuilding() {
        return List.of();
    }

    /** Whether a failure means that another session's lock was waited for in vain, so that a second try may do. */
    default boolean isLockTimeout(String sqlState, int errorCode) {
        return false;
    }

    /** Whether sessions that define different things at the same time stay out of each other's way. */
    default boolean definesInParallel() {
        return true;
    }

    /** Whether a statement may wait for locks as long as it likes, because nobody has to wait behind it. */
    default boolean waitsAside(String sql) {
        return false;
    }

    /**
     * Queries for the sessions that may have kept a statement waiting, best first: one that the user may not ask, or that
     * answers nothing, is followed by the next.
     */
    default List<String> blockers(String sql) {
        return List.of();
    }

    /** What an index needs that the statement builds while others write; empty if it does not. */
    default Optional<IndexBuild> indexBuild(String sql) {
        return Optional.empty();
    }

    /** What a session keeps that a revision may change; empty if Retort does not know. */
    default Optional<SessionState> state() {
        return Optional.empty();
    }

    /**
     * A query for the schema in which a table is, or would be created: its name as the catalog has it.
     *
     * @param table the table as a statement writes it
     * @return empty if JDBC tells the current schema
     */
    default Optional<String> schemaOf(String table) {
        return Optional.empty();
    }

    /** A query for the number by which other sessions know this one. */
    default Optional<String> id() {
        return Optional.empty();
    }

    /** A query for texts that say how far the statement of another session is; empty if the product does not tell. */
    default Optional<String> progress(String id) {
        return Optional.empty();
    }

    /**
     * A query for the name of the character set in which a table keeps text; empty if it is always Unicode.
     *
     * @param schema the table's schema as stored; null for the session's own
     * @param table the table's name as stored
     */
    default Optional<String> characterSet(@Nullable String schema, String table) {
        return Optional.empty();
    }
}
