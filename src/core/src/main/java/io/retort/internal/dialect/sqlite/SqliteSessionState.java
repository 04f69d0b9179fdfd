package io.retort.internal.dialect.sqlite;

import io.retort.dialect.SessionState;
import io.retort.internal.sql.WordSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of a connection to SQLite: pragmas that are not stored in the file, attached databases and temporary
 * objects.
 */
final class SqliteSessionState implements SessionState {

    private static final String PRAGMA = "pragma ";
    private static final String ATTACHED = "attached ";
    private static final String TEMPORARY = "temporary ";

    /** Pragmas whose value for this connection can be queried. */
    static final List<String> PRAGMAS = List.of(
            "analysis_limit",
            "automatic_index",
            "busy_timeout",
            "cache_size",
            "cache_spill",
            "cell_size_check",
            "checkpoint_fullfsync",
            "count_changes",
            "empty_result_callbacks",
            "foreign_keys",
            "full_column_names",
            "fullfsync",
            "hard_heap_limit",
            "ignore_check_constraints",
            "journal_size_limit",
            "legacy_alter_table",
            "query_only",
            "read_uncommitted",
            "recursive_triggers",
            "reverse_unordered_selects",
            "secure_delete",
            "short_column_names",
            "soft_heap_limit",
            "synchronous",
            "temp_store",
            "threads",
            "trusted_schema",
            "writable_schema");

    @Override
    public String query(String sql) {
        return PRAGMAS.stream()
                        .map(name ->
                                "select '" + PRAGMA + name + "', cast((select * from pragma_" + name + ") as text)")
                        .collect(Collectors.joining(" union all "))
                + " union all select '" + ATTACHED + "' || name, file from pragma_database_list"
                + " where name not in ('main', 'temp')"
                + " union all select '" + TEMPORARY + "' || name, type from sqlite_temp_master"
                + " where type in ('table', 'view', 'trigger')";
    }

    @Override
    public Optional<String> restore(String item, @Nullable String before, @Nullable String now) {
        if (item.startsWith(PRAGMA)) {
            return Optional.of(item + " = " + before);
        }
        if (item.startsWith(ATTACHED)) {
            String name = quoted(item.substring(ATTACHED.length()));
            return Optional.of(
                    before == null
                            ? "detach database " + name
                            : "attach database '" + before.replace("'", "''") + "' as " + name);
        }
        return before == null
                ? Optional.of("drop " + now + " if exists temp." + quoted(item.substring(TEMPORARY.length())))
                : Optional.empty();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Pragmas that cannot be queried. */
    @Override
    public List<String> cleanUp(String sql, boolean work) {
        List<String> statements = new ArrayList<>();
        WordSearch words = WordSearch.in(sql);
        if (words.has("case_sensitive_like")) {
            statements.add("pragma case_sensitive_like = 0");
        }
        if (words.has("wal_autocheckpoint")) {
            statements.add("pragma wal_autocheckpoint = 1000");
        }
        return statements;
    }
}
