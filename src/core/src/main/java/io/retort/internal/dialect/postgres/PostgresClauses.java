package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.SqlNaming;

/** The clauses of PostgreSQL. */
final class PostgresClauses extends AnsiClauses {

    PostgresClauses(SqlNaming words) {
        super(words);
    }

    /** The name of a collation is used as stored: {@code de_DE}, {@code C}. */
    @Override
    protected String collation(String collation) {
        return collation.contains("\"") ? super.collation(collation) : " collate \"" + collation + "\"";
    }
}
