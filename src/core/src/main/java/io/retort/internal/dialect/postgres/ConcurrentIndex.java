package io.retort.internal.dialect.postgres;

import io.retort.dialect.SessionSupport.IndexBuild;
import io.retort.internal.sql.TokenCursor;
import io.retort.internal.sql.WordSearch;
import java.util.Optional;

/** The extra work for {@code create index concurrently}: a failed build leaves an invalid index behind. */
final class ConcurrentIndex {

    private ConcurrentIndex() {}

    /** Returns the extra work for a statement; empty if it does not build an index concurrently. */
    static Optional<IndexBuild> of(String sql) {
        TokenCursor cursor = new TokenCursor(sql, PostgresDialect.SYNTAX);
        if (!isBuild(cursor)) {
            return Optional.empty();
        }
        cursor.take("if", "not", "exists");
        String index = cursor.peek().is("on") ? "" : cursor.take().text();
        if (index.isEmpty() || !cursor.take("on")) {
            return Optional.empty();
        }
        cursor.take("only");
        String table = cursor.written();
        PostgresLiterals literals = new PostgresLiterals();
        String stored = index.startsWith("\"")
                ? literals.of(index.substring(1, index.length() - 1).replace("\"\"", "\""))
                : "lower(" + literals.of(index) + ")";
        String invalid = " from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = to_regclass("
                + literals.of(table) + ") and c.relname = " + stored + " and not i.indisvalid"
                + " and not exists (select 1 from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)";
        return Optional.of(new IndexBuild(
                index,
                "select 'drop index concurrently ' || cast(cast(i.indexrelid as regclass) as text)" + invalid,
                "select 1" + invalid,
                "drop index if exists " + schema(table) + index));
    }

    /** Returns whether a statement builds, drops or rebuilds an index concurrently. */
    static boolean isConcurrent(String sql) {
        if (!WordSearch.mayFind(sql, "concurrently")) {
            return false;
        }
        TokenCursor cursor = new TokenCursor(sql, PostgresDialect.SYNTAX);
        return cursor.take("reindex")
                ? cursor.has("concurrently")
                : cursor.take("drop", "index", "concurrently") || isBuild(cursor);
    }

    private static boolean isBuild(TokenCursor cursor) {
        return cursor.take("create", "index", "concurrently")
                || cursor.take("create", "unique", "index", "concurrently");
    }

    /** The schema of the table with its dot, because an index is in the schema of its table. */
    private static String schema(String table) {
        TokenCursor cursor = new TokenCursor(table, PostgresDialect.SYNTAX, 2);
        String first = cursor.take().text();
        return cursor.take(".") ? first + "." : "";
    }
}
