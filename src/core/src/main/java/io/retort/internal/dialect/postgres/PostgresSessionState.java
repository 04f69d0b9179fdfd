package io.retort.internal.dialect.postgres;

import io.retort.dialect.SessionState;
import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.internal.sql.WordSearch;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session of PostgreSQL: parameters, role, temporary objects, prepared statements, channels, cursors and
 * advisory locks. Custom parameters ({@code app.tenant}) are in no catalog, so those that the SQL names are queried.
 *
 * <p>The user and the role are restored first, because the other items depend on their privileges.
 */
final class PostgresSessionState implements SessionState {

    private static final String USER = "user";
    private static final String ROLE = "role";
    private static final String PARAMETER = "parameter ";
    private static final String TEMPORARY = "temporary ";
    private static final String PREPARED = "prepared ";
    private static final String CHANNEL = "channel ";
    private static final String CURSOR = "cursor ";
    private static final String ADVISORY = "advisory ";

    /** Retort's own parameter, which {@code reset all} resets. */
    private static final String OWN = "retort.lock";

    /** Limits that would cancel the query for the state. */
    private static final List<String> TIME_LIMITS = List.of("statement_timeout", "transaction_timeout");

    private final PostgresLiterals literals = new PostgresLiterals();

    /** Parameters of a transaction end with it. */
    @Override
    public String query(String sql) {
        String own = custom(sql).stream()
                .map(name -> " union all select '" + PARAMETER + name + "', pg_catalog.current_setting('" + name
                        + "', true)")
                .collect(Collectors.joining());
        String locks = sql.toLowerCase(Locale.ROOT).contains("advisory")
                ? " union all select '" + ADVISORY + "' || l.classid || ' ' || l.objid || ' ' || l.objsubid || ' '"
                        + " || l.mode, '' from pg_catalog.pg_locks l where l.pid = pg_catalog.pg_backend_pid()"
                        + " and l.locktype = 'advisory' and l.granted"
                : "";
        return "select '" + PARAMETER + "' || s.name, s.setting from pg_catalog.pg_settings s"
                + " where s.source = 'session' and s.name not like 'transaction%'"
                + " union all select '" + USER + "', cast(session_user as text)"
                + " union all select '" + ROLE + "', pg_catalog.current_setting('role')"
                + " union all select '" + TEMPORARY + "' || pg_catalog.format('%I.%I', n.nspname, c.relname),"
                + " cast(c.relkind as text) from pg_catalog.pg_class c"
                + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                + " where c.relnamespace = pg_catalog.pg_my_temp_schema() and c.relkind in ('r', 'p', 'v')"
                + " union all select '" + PREPARED + "' || pg_catalog.quote_ident(p.name), ''"
                + " from pg_catalog.pg_prepared_statements p where p.from_sql"
                + " union all select '" + CHANNEL + "' || pg_catalog.quote_ident(l.name), ''"
                + " from pg_catalog.pg_listening_channels() as l(name)"
                + " union all select '" + CURSOR + "' || pg_catalog.quote_ident(c.name), ''"
                + " from pg_catalog.pg_cursors c where c.is_holdable"
                + own
                + locks;
    }

    @Override
    public boolean mayReleaseLock(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return text.contains("advisory_unlock") || text.contains("discard");
    }

    @Override
    public List<String> cleanUp(String sql, boolean work) {
        List<String> statements = new ArrayList<>();
        WordSearch words = WordSearch.in(sql);
        TIME_LIMITS.stream().filter(words::has).forEach(limit -> statements.add("set " + limit + " = 0"));
        // a channel is listed only after the transaction has ended
        words.after("listen").stream()
                .filter(cursor -> cursor.peek().isName())
                .forEach(cursor -> statements.add("unlisten " + cursor.take().text()));
        return statements;
    }

    private static Set<String> custom(String sql) {
        Set<String> names = new TreeSet<>(Set.of(OWN));
        WordSearch words = WordSearch.in(sql);
        for (TokenCursor cursor : words.after("set")) {
            cursor.takeAny("session", "local");
            addCustom(cursor, names);
        }
        for (TokenCursor cursor : words.after("set_config", "(")) {
            String name = cursor.take().text();
            addCustom(new TokenCursor(name.replace("'", ""), SqlSyntax.STANDARD, 3), names);
        }
        return names;
    }

    /** A name that SQL quotes is not queried, because it would have to be escaped. */
    private static void addCustom(TokenCursor cursor, Set<String> names) {
        SqlToken first = cursor.take();
        if (first.kind() == Kind.WORD && cursor.take(".") && cursor.peek().kind() == Kind.WORD) {
            names.add((first.text() + "." + cursor.take().text()).toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public List<String> restoredFirst() {
        return List.of(USER, ROLE);
    }

    @Override
    public Optional<String> restore(String item, @Nullable String before, @Nullable String now) {
        if (item.equals(USER)) {
            return config("session_authorization", before);
        }
        if (item.equals(ROLE)) {
            return config("role", before);
        }
        if (item.startsWith(PARAMETER)) {
            String name = item.substring(PARAMETER.length());
            return before == null ? Optional.of("reset " + name) : config(name, before);
        }
        return before == null ? gone(item, now) : Optional.empty();
    }

    private Optional<String> config(String name, @Nullable String value) {
        return Optional.of("select pg_catalog.set_config('" + name + "', " + literals.of(value) + ", false)");
    }

    private static Optional<String> gone(String item, @Nullable String kind) {
        if (item.startsWith(TEMPORARY)) {
            return Optional.of("drop " + ("v".equals(kind) ? "view" : "table") + " if exists "
                    + item.substring(TEMPORARY.length()) + " cascade");
        }
        if (item.startsWith(PREPARED)) {
            return Optional.of("deallocate " + item.substring(PREPARED.length()));
        }
        if (item.startsWith(CHANNEL)) {
            return Optional.of("unlisten " + item.substring(CHANNEL.length()));
        }
        if (item.startsWith(CURSOR)) {
            return Optional.of("close " + item.substring(CURSOR.length()));
        }
        return item.startsWith(ADVISORY) ? Optional.of(unlock(item)) : Optional.empty();
    }

    private static String unlock(String item) {
        String[] words = item.substring(ADVISORY.length()).split(" ");
        String key = words[2].equals("1")
                ? "(cast(" + words[0] + " as bigint) << 32) | cast(" + words[1] + " as bigint)"
                : signed(words[0]) + ", " + signed(words[1]);
        return "select pg_catalog.pg_advisory_unlock" + (words[3].startsWith("Share") ? "_shared" : "") + "(" + key
                + ")";
    }

    private static String signed(String oid) {
        return "cast(" + (int) Long.parseLong(oid) + " as integer)";
    }
}
