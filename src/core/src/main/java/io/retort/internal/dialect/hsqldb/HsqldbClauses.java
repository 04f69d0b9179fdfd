package io.retort.internal.dialect.hsqldb;

import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Index;
import org.jspecify.annotations.Nullable;

/** The clauses of HSQLDB. */
final class HsqldbClauses extends AnsiClauses {

    HsqldbClauses(SqlNaming words) {
        super(words);
    }

    /** Else HSQLDB would give a name that changes from database to database. */
    @Override
    protected String enumCheck(Constraint.Check check) {
        return constraint(check);
    }

    /** HSQLDB stores every generated column, and has no keyword for it. */
    @Override
    protected String computed(Computed computed) {
        return "generated always as (" + computed.expression() + ")";
    }

    /** Without an explicit start, HSQLDB would start at 0. */
    @Override
    public String identity(Identity identity) {
        String steps = identity.increment() == 1 ? "" : " increment by " + identity.increment();
        return "generated " + (identity.always() ? "always" : "by default") + " as identity (start with "
                + identity.start() + steps + ")";
    }

    @Override
    protected String unique(Constraint.Unique unique) {
        if (unique.nullsNotDistinct()) {
            throw words.cannot(
                    "treat nulls as equal in " + unique.description() + " alone: it is a setting of the whole database",
                    "Leave out .nullsEqual(), or run op.execute(\"set database sql unique nulls false\").");
        }
        return super.unique(unique);
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
    protected String nulls(Index index, Index.Nulls nulls) {
        return refusals.nulls(index, nulls, "its indexes have no order of nulls");
    }

    @Override
    protected String where(Index index, @Nullable String condition) {
        return refusals.where(index, condition);
    }
}
