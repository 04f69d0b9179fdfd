package io.retort.internal.journal;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.SqlNormalizer;
import io.retort.operation.Statement;
import io.retort.run.PreparedStep;
import io.retort.run.StatementPosition;
import java.util.List;
import java.util.Set;

/** How a statement and its journal entry are committed. */
public enum JournalMode {
    /** In one transaction with the entry, and with other statements of this kind: it takes effect exactly once. */
    TOGETHER,
    /**
     * In a transaction with its entry only, because the statement may commit by itself; a mark then shows that it did.
     */
    MARKED,
    /** Outside a transaction, after a mark. */
    MARKED_OUTSIDE,
    /** It commits by itself, and the catalog shows whether it took effect. */
    WATCHED,
    /** It changes only the session: it is not recorded, and is sent again when a step continues. */
    SAID_AGAIN;

    private static final Set<String> DATA = Set.of("insert", "update", "delete", "merge", "replace", "with");
    private static final Set<String> SCHEMA = Set.of(
            "create",
            "alter",
            "drop",
            "rename",
            "truncate",
            "comment",
            "grant",
            "revoke",
            "analyze",
            "optimize",
            "vacuum",
            "reindex",
            "cluster",
            "refresh");
    private static final Set<String> SESSION = Set.of("set", "use");

    static JournalMode of(PreparedStep step, StatementPosition place, Dialect dialect) {
        boolean inside = step.revision().transactional() && place.statement().transactional();
        if (place.statement() instanceof Statement.Work) {
            return inside ? (dialect.transactionalDdl() ? TOGETHER : MARKED) : MARKED_OUTSIDE;
        }
        String word = firstWord(((Statement.Sql) place.statement()).text(), dialect);
        if (SESSION.contains(word)) {
            return SAID_AGAIN;
        }
        if (DATA.contains(word) || (inside && dialect.transactionalDdl())) {
            return TOGETHER;
        }
        return SCHEMA.contains(word) || !place.statement().transactional() ? WATCHED : inside ? MARKED : MARKED_OUTSIDE;
    }

    /** Returns whether a statement changes only its session. */
    static boolean changesSession(String sql, Dialect dialect) {
        return SESSION.contains(firstWord(sql, dialect));
    }

    private static String firstWord(String sql, Dialect dialect) {
        List<String> words = SqlNormalizer.firstWords(sql, dialect.syntax(), 1);
        return words.isEmpty() ? "" : words.get(0);
    }
}
