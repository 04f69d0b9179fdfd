package io.retort.dialect.hsqldb;

import io.retort.dialect.ansi.AnsiClauses;
import io.retort.dialect.ansi.Vocabulary;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Generation.Computed;
import io.retort.schema.Generation.Identity;
import io.retort.schema.Index;
import org.jspecify.annotations.Nullable;

/** The nouns as HSQLDB says them. */
final class HsqldbClauses extends AnsiClauses {

    HsqldbClauses(Vocabulary words) {
        super(words);
    }

    /** HSQLDB stores every computed value, and has no word for it. */
    @Override
    protected String computed(Computed computed) {
        return "generated always as (" + computed.expression() + ")";
    }

    /** Else HSQLDB would begin with zero. */
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
                    "take nulls as equal in " + unique.description() + " alone: it is a setting of the whole database",
                    "Leave out .nullsEqual(), or run op.execute(\"set database sql unique nulls false\").");
        }
        return super.unique(unique);
    }

    @Override
    protected String deferral(Constraint constraint, Deferral deferral) {
        if (deferral == Deferral.NOT_DEFERRABLE) {
            return "";
        }
        throw words.cannot(
                "defer " + constraint.description() + ": it looks at constraints after each statement",
                "Leave out .deferred(...).");
    }

    @Override
    protected String expression(Index index, Index.Part part) {
        throw words.cannot(
                "create " + index.description() + ": it has no indexes on expressions",
                "Add a column(...).computed(\"" + part.text() + "\") and an index on that.");
    }

    @Override
    protected String nulls(Index index, Index.Nulls nulls) {
        if (nulls == Index.Nulls.UNSPECIFIED) {
            return "";
        }
        throw words.cannot(
                "create " + index.description() + ": it has no say in where nulls are sorted",
                "Leave out where nulls are sorted.");
    }

    @Override
    protected String where(Index index, @Nullable String condition) {
        if (condition == null) {
            return "";
        }
        throw words.cannot(
                "create " + index.description() + ": it has no indexes on some of the rows",
                "Leave out .where(...), and index all rows.");
    }
}
