package io.retort.internal.journal;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.SqlNormalizer;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.Statement;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import java.util.List;
import java.util.Locale;
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
    /** In several transactions, each with the position after it as its entry: each row is changed exactly once. */
    BATCHED,
    /** It reads rows and fails if there are any: it changes nothing, so it is not recorded. */
    CHECKED,
    /** It changes only the session: it is not recorded, and is sent again when a step continues. */
    REPEATED;

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
    private static final int LOOKED_AT = 200;

    static JournalMode of(PreparedStep step, StatementPosition place, Dialect dialect) {
        boolean inside = step.revision().transactional() && place.statement().transactional();
        return place.statement().accept(new StatementMode(inside, dialect));
    }

    /** Chooses the mode of a statement, which runs inside its step's transaction or not. */
    private record StatementMode(boolean inside, Dialect dialect)
            implements Statement.Visitor<JournalMode, RuntimeException> {

        @Override
        public JournalMode sql(Statement.Sql sql) {
            if (isCheck(sql.text(), dialect)) {
                return CHECKED;
            }
            String word = firstWord(sql.text(), dialect);
            if (SESSION.contains(word)) {
                return REPEATED;
            }
            if (DATA.contains(word) || (inside && dialect.transactionalDdl())) {
                return TOGETHER;
            }
            return SCHEMA.contains(word) || !sql.transactional() ? WATCHED : marked();
        }

        @Override
        public JournalMode backfill(Statement.Backfill backfill) {
            return BATCHED;
        }

        @Override
        public JournalMode work(Statement.Work work) {
            return inside && dialect.transactionalDdl() ? TOGETHER : marked();
        }

        private JournalMode marked() {
            return inside ? MARKED : MARKED_OUTSIDE;
        }
    }

    /** Returns whether a statement changes only its session. */
    static boolean changesSession(String sql, Dialect dialect) {
        return SESSION.contains(firstWord(sql, dialect));
    }

    /** Returns whether a statement changes the schema. */
    public static boolean changesSchema(String sql, Dialect dialect) {
        return SCHEMA.contains(firstWord(sql, dialect));
    }

    /** Returns whether a statement leaves nothing in the database: it changes only its session, or checks rows. */
    static boolean changesNothing(String sql, Dialect dialect) {
        return changesSession(sql, dialect) || isCheck(sql, dialect);
    }

    /** Returns whether a statement only fails if there are certain rows. */
    static boolean isCheck(String sql, Dialect dialect) {
        return dialect.messageOfCheck(sql).isPresent();
    }

    /** MariaDB's {@code set statement … for} sets variables for the statement after {@code for}. */
    private static String firstWord(String sql, Dialect dialect) {
        TokenCursor cursor = new TokenCursor(sql, dialect.syntax(), LOOKED_AT);
        if (cursor.take("set", "statement")) {
            while (!cursor.atEnd()) {
                if (cursor.take("for")) {
                    return cursor.peek().text().toLowerCase(Locale.ROOT);
                }
                cursor.take();
            }
        }
        List<String> words = SqlNormalizer.firstWords(sql, dialect.syntax(), 1);
        return words.isEmpty() ? "" : words.get(0);
    }
}
