package io.retort.dialect;

import io.retort.internal.sql.DefinitionStatement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and restores the state of a session, as SQL text. It includes settings, current schema, role, temporary tables
 * and everything else that a statement can leave in its session.
 *
 * <p>A state is a set of items, each with a value. Equal states have equal items.
 */
public interface SessionState {

    /**
     * Returns a query for the state of this session, with one row per item: its name and its value.
     *
     * @param sql all SQL of the user, in one text; items that the product cannot list are queried by the names in it
     */
    String query(String sql);

    /**
     * Returns the items that are restored before all others, in this order, because the others depend on them. The others
     * follow in alphabetical order. The default has none.
     */
    default List<String> restoredFirst() {
        return List.of();
    }

    /**
     * Returns the statement that restores an item.
     *
     * @param item its name
     * @param before its value before; null if it did not exist
     * @param now its value now; null if it no longer exists
     * @return the statement; empty if no statement can restore it
     */
    Optional<String> restore(String item, @Nullable String before, @Nullable String now);

    /**
     * Returns statements that end state which the product does not list. They do nothing if the session has no such state.
     *
     * @param sql all SQL of the user, in one text
     * @param work whether Java code ran on the connection
     */
    default List<String> cleanUp(String sql, boolean work) {
        return List.of();
    }

    /**
     * Returns whether an error while restoring means that the item is not part of the session: a global or read-only
     * variable.
     */
    default boolean isForeign(int errorCode) {
        return false;
    }

    /** Whether SQL that a person wrote may release the migration lock. */
    default boolean mayReleaseLock(String sql) {
        return false;
    }

    /** Returns whether an item has another value while a transaction is open. */
    default boolean isOfTransaction(String item) {
        return false;
    }

    /**
     * Returns whether SQL of the user can change the state of its session. DDL cannot, except for temporary tables. DML
     * can, because it may call functions and triggers.
     */
    default boolean isChangedBy(String sql) {
        return !DefinitionStatement.isOnly(sql);
    }
}
