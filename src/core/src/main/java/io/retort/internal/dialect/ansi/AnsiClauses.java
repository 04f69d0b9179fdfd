package io.retort.internal.dialect.ansi;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Default;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Renders schema objects as parts of statements, in standard SQL: column definitions, constraints and parts of indexes.
 * A product overrides what differs, or refuses what it does not support.
 */
public class AnsiClauses {

    protected final SqlNaming words;
    protected final UnsupportedOperations refusals;

    /** Creates the clauses of a product. */
    public AnsiClauses(SqlNaming words) {
        this.words = words;
        this.refusals = new UnsupportedOperations(words);
    }

    /** Returns a column for {@code create table} and {@code add column}. */
    public String column(QualifiedName table, Column column) {
        Check check = new EnumCheck(words).of(table, column);
        return words.name(column.name()) + " " + definition(column) + (check == null ? "" : " " + enumCheck(check));
    }

    /** Returns the check constraint of an enum column inside its definition. */
    protected String enumCheck(Check check) {
        return "check (" + check.expression() + ")";
    }

    /** Returns a column definition without the name. */
    public String definition(Column column) {
        return type(column) + defaultValue(column) + generation(column) + nullability(column);
    }

    protected String nullability(Column column) {
        return column.nullable() ? "" : " not null";
    }

    /** Returns the type and the collation of a column. */
    public String type(Column column) {
        String collation = column.collation();
        return words.type(column.type()) + (collation == null ? "" : collation(collation));
    }

    protected String collation(String collation) {
        return " collate " + collation;
    }

    protected final String defaultValue(Column column) {
        Default value = column.defaultValue();
        return value == null ? "" : " default " + value(column, value);
    }

    /** Returns a default, as it follows {@code default}. */
    public String value(Column column, Default value) {
        return value instanceof Default.Literal literal
                ? words.literals().of(literal.value())
                : ((Default.Expression) value).sql();
    }

    protected final String generation(Column column) {
        Generation generation = column.generation();
        if (generation instanceof Identity identity) {
            return " " + identity(identity);
        }
        return generation instanceof Computed computed ? " " + computed(computed) : "";
    }

    /** Returns the clause of an identity column. */
    public String identity(Identity identity) {
        return "generated " + (identity.always() ? "always" : "by default") + " as identity" + counting(identity);
    }

    private static String counting(Identity identity) {
        boolean plain = identity.start() == 1 && identity.increment() == 1;
        return plain ? "" : " (start with " + identity.start() + " increment by " + identity.increment() + ")";
    }

    protected String computed(Computed computed) {
        return "generated always as (" + computed.expression() + ")" + (computed.stored() ? " stored" : " virtual");
    }

    /** Returns a constraint, as in {@code create table} and after {@code add}. */
    public String constraint(Constraint constraint) {
        String name = constraint.name();
        return (name == null ? "" : "constraint " + words.name(name) + " ") + rule(constraint);
    }

    private String rule(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return primaryKey(key);
        }
        if (constraint instanceof Unique unique) {
            return unique(unique);
        }
        return constraint instanceof ForeignKey key
                ? foreignKey(key)
                : "check (" + ((Check) constraint).expression() + ")";
    }

    protected String primaryKey(PrimaryKey key) {
        return "primary key " + words.names(key.columns());
    }

    protected String unique(Unique unique) {
        return "unique " + (unique.nullsNotDistinct() ? "nulls not distinct " : "") + words.names(unique.columns())
                + deferral(unique, unique.deferral());
    }

    protected String foreignKey(ForeignKey key) {
        String target = key.referencedColumns().isEmpty() ? "" : " " + words.names(key.referencedColumns());
        return "foreign key " + words.names(key.columns()) + " references " + words.name(key.referencedTable()) + target
                + action("delete", key.onDelete()) + action("update", key.onUpdate()) + deferral(key, key.deferral());
    }

    private static String action(String event, Action action) {
        return action == Action.NO_ACTION ? "" : " on " + event + " " + action.sql();
    }

    protected String deferral(Constraint constraint, Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case DEFERRABLE -> " deferrable";
            case INITIALLY_DEFERRED -> " deferrable initially deferred";
        };
    }

    /** Returns the part of {@code create index} that follows the table: the indexed columns and the condition. */
    public String indexed(Index index) {
        StringJoiner parts = new StringJoiner(", ", "(", ")");
        for (Index.Part part : index.parts()) {
            parts.add(part(index, part));
        }
        return parts + where(index, index.where());
    }

    private String part(Index index, Index.Part part) {
        String text = part.expression() ? expression(index, part) : words.name(part.text());
        return text + (part.descending() ? " desc" : "") + nulls(index, part.nulls());
    }

    protected String expression(Index index, Index.Part part) {
        return "(" + part.text() + ")";
    }

    protected String nulls(Index index, Index.Nulls nulls) {
        return switch (nulls) {
            case UNSPECIFIED -> "";
            case FIRST -> " nulls first";
            case LAST -> " nulls last";
        };
    }

    protected String where(Index index, @Nullable String condition) {
        return condition == null ? "" : " where " + condition;
    }
}
