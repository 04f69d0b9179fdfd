package io.retort.internal.sql;

import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Feature;
import java.util.Locale;
import java.util.Set;

/**
 * How {@code sql_mode} of MySQL and MariaDB changes the reading of text. The splitter needs it as well as the dialects,
 * because a script can set the mode.
 */
public final class SqlMode {

    /** Modes that include {@code ANSI_QUOTES}. */
    private static final Set<String> ANSI_QUOTES =
            Set.of("ANSI_QUOTES", "ANSI", "ORACLE", "MSSQL", "POSTGRESQL", "DB2", "MAXDB");

    private SqlMode() {}

    /**
     * Returns the syntax in a session with a mode.
     *
     * @param syntax the syntax of the product
     * @param sqlMode the value of {@code sql_mode}
     */
    public static SqlSyntax in(SqlSyntax syntax, String sqlMode) {
        boolean backslashes = true;
        boolean strings = true;
        for (String mode : sqlMode.toUpperCase(Locale.ROOT).split(",")) {
            backslashes &= !mode.strip().equals("NO_BACKSLASH_ESCAPES");
            strings &= !ANSI_QUOTES.contains(mode.strip());
        }
        return syntax.with(Feature.BACKSLASH_ESCAPES, backslashes).with(Feature.DOUBLE_QUOTED_STRINGS, strings);
    }
}
