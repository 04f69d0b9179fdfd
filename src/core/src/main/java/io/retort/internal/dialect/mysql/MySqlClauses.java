package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.AnsiClauses;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Default;
import io.retort.schema.Index;
import io.retort.schema.SqlType.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clauses of MySQL. */
class MySqlClauses extends AnsiClauses {

    private static final Set<Kind> DEFAULT_IN_PARENTHESES =
            Set.of(Kind.TEXT, Kind.CLOB, Kind.NCLOB, Kind.BLOB, Kind.JSON, Kind.XML, Kind.ARRAY, Kind.OTHER);

    MySqlClauses(SqlNaming words) {
        super(words);
    }

    @Override
    public String definition(Column column) {
        return defined(column)
                + (column.comment() == null
                        ? ""
                        : " comment " + words.literals().comment(column.comment()));
    }

    private String defined(Column column) {
        String generation = generation(column);
        return column.generation() instanceof Computed
                ? type(column) + generation + nullability(column)
                : type(column) + defaultValue(column) + nullability(column) + generation;
    }

    /** The default of a long text must be an expression in parentheses. */
    @Override
    public String value(Column column, Default value) {
        String text = super.value(column, value);
        boolean expression = value instanceof Default.Literal
                && DEFAULT_IN_PARENTHESES.contains(column.type().kind());
        return expression ? "(" + text + ")" : text;
    }

    @Override
    public String identity(Identity identity) {
        if (identity.equals(Identity.BY_DEFAULT)) {
            return "auto_increment";
        }
        throw words.cannot(
                "create an identity column other than .identity(): numbers from 1, with explicit values allowed",
                "Write .identity() instead of .identityAlways() or .withGeneration(...).");
    }

    @Override
    protected String unique(Constraint.Unique unique) {
        refusals.nullsEqual(unique);
        return super.unique(unique);
    }

    @Override
    protected String foreignKey(Constraint.ForeignKey key) {
        if (key.onDelete() == Action.SET_DEFAULT || key.onUpdate() == Action.SET_DEFAULT) {
            throw words.cannot("set defaults by " + key.description(), "Use SET_NULL, CASCADE or no action.");
        }
        return super.foreignKey(key);
    }

    @Override
    protected String deferral(Constraint constraint, Deferral deferral) {
        return refusals.deferral(constraint, deferral, "after each row");
    }

    @Override
    protected String nulls(Index index, Index.Nulls nulls) {
        return refusals.nulls(index, nulls, "it always sorts nulls first");
    }

    @Override
    protected String where(Index index, @Nullable String condition) {
        return refusals.where(index, condition);
    }
}
