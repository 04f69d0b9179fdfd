package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.mysql.MySqlLiterals.Backslash;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;
import org.jspecify.annotations.Nullable;

/** The SQL syntax of MySQL and MariaDB. */
final class MySqlSyntax {

    /** A query for the setting that changes the syntax. */
    static final String QUERY = "select @@session.sql_mode";

    static final SqlSyntax MYSQL = SqlSyntax.of(
            Blocks.ROUTINE,
            Feature.HASH_COMMENTS,
            Feature.DASHES_NEED_SPACE,
            Feature.EXECUTABLE_COMMENTS,
            Feature.BACKSLASH_ESCAPES,
            Feature.DOUBLE_QUOTED_STRINGS,
            Feature.BACKTICKS,
            Feature.DELIMITER,
            Feature.BACKSLASH_COMMANDS);

    static final SqlSyntax MARIADB =
            new SqlSyntax(MYSQL.features(), Blocks.COMPOUND).with(Feature.MARIADB_COMMENTS, true);

    private MySqlSyntax() {}

    /**
     * Returns the meaning of a backslash in a session.
     *
     * @param syntax the syntax of the session; null without a session
     */
    static Backslash backslash(@Nullable SqlSyntax syntax) {
        if (syntax == null) {
            return Backslash.UNKNOWN;
        }
        return syntax.has(Feature.BACKSLASH_ESCAPES) ? Backslash.ESCAPE : Backslash.CHARACTER;
    }
}
