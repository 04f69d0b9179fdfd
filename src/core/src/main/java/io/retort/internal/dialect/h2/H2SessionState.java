package io.retort.internal.dialect.h2;

import io.retort.dialect.SessionState;
import io.retort.internal.sql.TokenCursor;
import io.retort.internal.sql.WordSearch;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session of H2: the commands with which its driver restores a lost session, and a few settings.
 * Settings of the whole database, for example {@code MODE}, stay as a revision sets them.
 */
final class H2SessionState implements SessionState {

    private static final String SCHEMA = "schema";
    private static final String SETTING = "setting ";
    private static final String ISOLATION = "isolation";
    private static final String SEARCH_PATH = "state SCHEMA_SEARCH_PATH";
    private static final String TIME_ZONE = "state TIME ZONE";
    private static final String VARIABLE = "state @";
    private static final String TABLE = "state TABLE ";

    /** Settings that H2 does not show. */
    private static final List<String> UNSEEN = List.of("throttle", "lazy_query_execution");

    @Override
    public String query(String sql) {
        return "select '" + SCHEMA + "', schema()"
                + " union all select 'state ' || state_key, state_command from information_schema.session_state"
                + " where state_key <> 'SCHEMA'"
                + " union all select '" + SETTING + "' || setting_name, setting_value from information_schema.settings"
                + " where setting_name in ('QUERY_TIMEOUT', 'TRUNCATE_LARGE_LENGTH', 'VARIABLE_BINARY', 'NON_KEYWORDS')"
                + " union all select '" + SETTING + "LOCK_TIMEOUT', cast(lock_timeout() as varchar)"
                + " union all select '" + ISOLATION + "', isolation_level from information_schema.sessions"
                + " where session_id = session_id()";
    }

    @Override
    public List<String> restoredFirst() {
        return List.of(SCHEMA);
    }

    @Override
    public Optional<String> restore(String item, @Nullable String before, @Nullable String now) {
        if (item.equals(SCHEMA)) {
            return Optional.of("set schema \"" + String.valueOf(before).replace("\"", "\"\"") + "\"");
        }
        if (item.equals(ISOLATION)) {
            return Optional.of("set session characteristics as transaction isolation level " + before);
        }
        if (item.startsWith(SETTING)) {
            return Optional.of(setting(item.substring(SETTING.length()), before));
        }
        return before == null ? Optional.ofNullable(gone(item, String.valueOf(now))) : Optional.of(before);
    }

    /** The list of non-keywords is empty by default, and is set as a list of words. */
    private static String setting(String name, @Nullable String value) {
        if (name.equals("NON_KEYWORDS")) {
            return "set non_keywords" + (value == null || value.isEmpty() ? "" : " " + value);
        }
        return "set " + name.toLowerCase(Locale.ROOT) + " " + value;
    }

    private static @Nullable String gone(String item, String now) {
        if (item.startsWith(TABLE)) {
            return drop(new TokenCursor(now, SqlSyntax.STANDARD));
        }
        if (item.startsWith(VARIABLE)) {
            return unset(now);
        }
        if (item.equals(TIME_ZONE)) {
            return "set time zone local";
        }
        return item.equals(SEARCH_PATH) ? "set schema_search_path public" : null;
    }

    @Override
    public List<String> cleanUp(String sql, boolean work) {
        List<String> statements = new ArrayList<>();
        WordSearch words = WordSearch.in(sql);
        UNSEEN.stream().filter(words::has).forEach(setting -> statements.add("set " + setting + " 0"));
        return statements;
    }

    private static @Nullable String drop(TokenCursor created) {
        if (!created.take("create", "local", "temporary")) {
            return null;
        }
        created.takeAny("cached", "memory");
        return created.take("table") ? "drop table if exists " + created.written() : null;
    }

    /** H2 shows {@code SET @"NAME" value}. */
    private static String unset(String shown) {
        TokenCursor cursor = new TokenCursor(shown, SqlSyntax.STANDARD, 3);
        cursor.take("set", "@");
        return shown.substring(0, cursor.peek().end()) + " null";
    }
}
