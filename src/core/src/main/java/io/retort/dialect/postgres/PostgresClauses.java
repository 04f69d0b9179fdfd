package io.retort.dialect.postgres;

import io.retort.dialect.ansi.AnsiClauses;
import io.retort.dialect.ansi.Vocabulary;

/** The clauses of PostgreSQL. */
final class PostgresClauses extends AnsiClauses {

    PostgresClauses(Vocabulary words) {
        super(words);
    }

    /** The name of a collation is used as stored: {@code de_DE}, {@code C}. */
    @Override
    protected String collation(String collation) {
        return collation.contains("\"") ? super.collation(collation) : " collate \"" + collation + "\"";
    }
}
