package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.Constraint;

/** The clauses of PostgreSQL. */
final class PostgresClauses extends AnsiClauses {

    PostgresClauses(SqlNaming words) {
        super(words);
    }

    /** Returns when a unique constraint is checked, as it follows its index. */
    String deferral(Constraint.Unique unique) {
        return deferral(unique, unique.deferral());
    }

    /** The name of a collation is used as stored: {@code de_DE}, {@code C}. */
    @Override
    protected String collation(String collation) {
        return collation.contains("\"") ? super.collation(collation) : " collate \"" + collation + "\"";
    }
}
