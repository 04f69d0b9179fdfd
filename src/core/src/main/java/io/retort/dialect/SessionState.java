package io.retort.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the state of a product's sessions is read and restored, as SQL text: settings, current schema, role, temporary tables
 * and whatever else a statement can leave behind in its session.
 *
 * <p>A state is a set of items, each with a value. Equal states have equal items.
 */
public interface SessionState {

    /**
     * A query for the state of this session: one row for each item, its name and its value.
     *
     * @param sql the SQL that people wrote, all in one text; what it names is asked for where the product cannot list it
     */
    String query(String sql);

    /**
     * The statement that sets an item back.
     *
     * @param item its name
     * @param before its value before; null if it did not exist
     * @param now its value now; null if it does not exist any more
     * @return empty if no statement can set it back
     */
    Optional<String> restore(String item, @Nullable String before, @Nullable String now);

    /**
     * Statements that end what a product does not list; harmless where there is nothing to end.
     *
     * @param sql the SQL that people wrote, all in one text
     * @param work whether Java code has worked on the connection
     */
    default List<String> cleanUp(String sql, boolean work) {
        return List.of();
    }

    /** Whether a failure to set an item back means that it is not the session's: a global or read-only variable. */
    default boolean isForeign(int errorCode) {
        return false;
    }

    /** Whether an item has another value while a transaction is open. */
    default boolean isOfTransaction(String item) {
        return false;
    }

    /**
     * Whether SQL that a person wrote may leave something behind in its session. Definitions do not, except those of
     * temporary tables; rows may call functions and triggers that do.
     */
    default boolean isChangedBy(String sql) {
        Matcher first = DefinitionText.FIRST_WORD.matcher(sql);
        boolean definition =
                first.find() && DefinitionText.WORDS.contains(first.group(1).toLowerCase(Locale.ROOT));
        return !definition || DefinitionText.MORE.matcher(sql).find();
    }

    /** By what a definition is recognised. */
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

        /** A temporary object, a session, a second statement, or one that only some servers execute. */
        private static final Pattern MORE =
                Pattern.compile("(?i)\\btemp(?:orary)?\\b|^\\s*+alter\\s++session\\b|;\\s*+\\S|/\\*M?!");

        private DefinitionText() {}
    }
}
