package io.retort.internal.dialect.sqlserver;

import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Index;

/** The clauses of SQL Server. */
final class SqlServerClauses extends AnsiClauses {

    SqlServerClauses(SqlNaming words) {
        super(words);
    }

    /** A computed column has no declared type. */
    @Override
    public String definition(Column column) {
        if (column.generation() instanceof Computed computed) {
            return computed(computed) + (computed.stored() ? nullability(column) : "");
        }
        return super.definition(column);
    }

    /** Else SQL Server would give a name that changes from database to database. */
    @Override
    protected String enumCheck(Constraint.Check check) {
        return constraint(check);
    }

    @Override
    protected String computed(Computed computed) {
        return "as (" + computed.expression() + ")" + (computed.stored() ? " persisted" : "");
    }

    /** Inserts cannot supply the value of an identity, unless the connection uses {@code set identity_insert}. */
    @Override
    public String identity(Identity identity) {
        boolean plain = identity.start() == 1 && identity.increment() == 1;
        return "identity" + (plain ? "" : "(" + identity.start() + ", " + identity.increment() + ")");
    }

    /** In a unique constraint two nulls are equal. */
    @Override
    protected String unique(Constraint.Unique unique) {
        return "unique " + words.names(unique.columns()) + deferral(unique, unique.deferral());
    }

    /** There is no {@code restrict}, but {@code no action} does the same. */
    @Override
    protected String foreignKey(Constraint.ForeignKey key) {
        return super.foreignKey(key.onDelete(action(key.onDelete())).onUpdate(action(key.onUpdate())));
    }

    private static Action action(Action action) {
        return action == Action.RESTRICT ? Action.NO_ACTION : action;
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
        return refusals.nulls(index, nulls, "it always sorts nulls first");
    }
}
