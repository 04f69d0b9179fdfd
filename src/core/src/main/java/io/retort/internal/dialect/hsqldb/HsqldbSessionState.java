package io.retort.internal.dialect.hsqldb;

import io.retort.dialect.SessionState;
import io.retort.internal.sql.TokenCursor;
import io.retort.internal.sql.WordSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session of HSQLDB. It does not list temporary tables of a session, so those that the SQL declares are
 * dropped.
 */
final class HsqldbSessionState implements SessionState {

    private static final String ZONE = "zone";

    @Override
    public String query(String sql) {
        return "select key, value from information_schema.system_sessioninfo where key in ('CURRENT SCHEMA',"
                + " 'ISOLATION LEVEL', 'IGNORECASE', 'RESULT MEMORY ROWS', 'ROLE', 'SESSION READONLY')"
                + " union all values ('" + ZONE + "', cast(timezone() as varchar(20)))";
    }

    @Override
    public Optional<String> restore(String item, @Nullable String before, @Nullable String now) {
        String value = before == null ? "" : before.strip();
        return switch (item) {
            case "CURRENT SCHEMA" -> Optional.of("set schema \"" + value.replace("\"", "\"\"") + "\"");
            case "ISOLATION LEVEL" ->
                Optional.of("set session characteristics as transaction isolation level " + isolation(value));
            case "IGNORECASE" -> Optional.of("set ignorecase " + value);
            case "RESULT MEMORY ROWS" -> Optional.of("set session result memory rows " + value);
            case "ROLE" -> Optional.of("set role " + (value.isEmpty() ? "none" : "\"" + value + "\""));
            case "SESSION READONLY" ->
                Optional.of("set session characteristics as transaction read "
                        + (Boolean.parseBoolean(value) ? "only" : "write"));
            case ZONE -> Optional.of("set time zone interval '" + value + "' hour to minute");
            default -> Optional.empty();
        };
    }

    /** The isolation level, as numbered by JDBC. */
    private static String isolation(String level) {
        return switch (level) {
            case "1" -> "read uncommitted";
            case "4" -> "repeatable read";
            case "8" -> "serializable";
            default -> "read committed";
        };
    }

    @Override
    public List<String> cleanUp(String sql, boolean work) {
        List<String> statements = new ArrayList<>();
        WordSearch words = WordSearch.in(sql);
        // a limit for every result, which cannot be queried
        if (words.has("set", "maxrows")) {
            statements.add("set maxrows 0");
        }
        for (TokenCursor cursor : words.after("declare", "local", "temporary", "table")) {
            if (cursor.takeAny("session", "module")) {
                cursor.take(".");
            }
            statements.add("drop table session." + cursor.take().text() + " if exists");
        }
        return statements;
    }
}
