package io.retort.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        return !DefinitionText.isDefinition(sql) || DefinitionText.hasMore(sql);
    }

    /** The patterns that recognize DDL. */
    final class DefinitionText {

        private static final Pattern FIRST_WORD =
                Pattern.compile("^(?:\\s++|--[^\\n]*+(?:\\n|$)|/\\*(?![!M])(?:[^*]|\\*(?!/))*+\\*/)*+(\\p{L}++)");

        private static final Set<String> WORDS = Set.of(
                "create",
                "alter",
                "drop",
                "comment",
                "grant",
                "revoke",
                "truncate",
                "analyze",
                "vacuum",
                "reindex",
                "cluster",
                "refresh",
                "rename",
                "optimize");

        /** A temporary object, a session setting, a second statement, or a comment that some servers execute. */
        private static final Pattern MORE =
                Pattern.compile("(?i)\\btemp(?:orary)?\\b|^\\s*+alter\\s++session\\b|;\\s*+\\S|/\\*M?!");

        private DefinitionText() {}

        /** Most statements begin with their word: nothing has to be skipped. */
        private static boolean isDefinition(String sql) {
            int end = 0;
            while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
                end++;
            }
            if (end > 0) {
                return WORDS.contains(sql.substring(0, end).toLowerCase(Locale.ROOT));
            }
            Matcher first = FIRST_WORD.matcher(sql);
            return first.find() && WORDS.contains(first.group(1).toLowerCase(Locale.ROOT));
        }

        /** Each start of an application with pending revisions asks this of every statement, and few need a closer look. */
        private static boolean hasMore(String sql) {
            return (sql.indexOf(';') >= 0 || sql.contains("/*") || has(sql, "temp") || has(sql, "session"))
                    && MORE.matcher(sql).find();
        }

        private static boolean has(String sql, String word) {
            for (int at = 0; at <= sql.length() - word.length(); at++) {
                if (sql.regionMatches(true, at, word, 0, word.length())) {
                    return true;
                }
            }
            return false;
        }
    }
}
