package io.retort.internal.dialect.h2;

import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Index;
import org.jspecify.annotations.Nullable;

/** The clauses of H2. */
final class H2Clauses extends AnsiClauses {

    H2Clauses(SqlNaming words) {
        super(words);
    }

    @Override
    protected String collation(String collation) {
        throw words.cannot(
                "set the collation " + collation + " for a column" + ": it has one collation for the whole database",
                "Leave out .collation(...), or use type(\"varchar_ignorecase(255)\") to compare without case.");
    }

    /** H2 stores every generated column, and has no keyword for it. */
    @Override
    protected String computed(Computed computed) {
        return "generated always as (" + computed.expression() + ")";
    }

    @Override
    protected String deferral(Constraint constraint, Deferral deferral) {
        return refusals.deferral(constraint, deferral, "after each statement");
    }

    @Override
    protected String expression(Index index, Index.Part part) {
        throw refusals.expression(index, part, "computed");
    }

    @Override
    protected String where(Index index, @Nullable String condition) {
        return refusals.where(index, condition);
    }
}
