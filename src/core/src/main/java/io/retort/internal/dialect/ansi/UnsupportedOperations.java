package io.retort.internal.dialect.ansi;

import io.retort.error.RetortException;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions for features that several products do not support, with the alternatives.
 *
 * @param words the vocabulary of the product
 */
public record UnsupportedOperations(SqlNaming words) {

    /** Refuses a rename into another schema. */
    public void otherSchema(QualifiedName before, QualifiedName after, String noun) {
        if (!Objects.equals(before.schema(), after.schema())) {
            throw words.cannot(
                    "rename " + noun + " " + before + " to " + after + ": a rename cannot move it to another schema",
                    "Use the same schema in both names, or move the " + noun + " with op.execute(\"alter ...\").");
        }
    }

    /** Returns the exception for a change of a column's generation. */
    public RetortException otherGeneration(ColumnChange change) {
        String name = change.after().name();
        return words.cannot(
                "change column " + name + " from " + change.before().description() + " to "
                        + change.after().description(),
                "Drop and add the column: op.dropColumn(table, column(\"" + name
                        + "\", ...)), then op.addColumn(table, column(\"" + name + "\", ...)).");
    }

    /**
     * Returns the exception for skipping the check of existing rows by a constraint that is neither a foreign key nor a
     * check constraint.
     */
    public RetortException unchecked(Constraint constraint) {
        return words.cannot(
                "add " + constraint.description() + " without a check of existing rows",
                "Use op.addConstraint: only foreign keys and check constraints can be added without a check of existing rows.");
    }

    /** Refuses a unique constraint in which nulls are equal. */
    public void nullsEqual(Constraint.Unique unique) {
        if (unique.nullsNotDistinct()) {
            throw words.cannot(
                    "treat nulls as equal in " + unique.description(),
                    "Leave out .nullsEqual(), or make the columns not null.");
        }
    }

    /**
     * Refuses deferrable constraints; returns an empty clause for others.
     *
     * @param constraint the constraint
     * @param deferral when it is checked
     * @param when when the product checks constraints: {@code after each row}
     */
    public String deferral(Constraint constraint, Deferral deferral, String when) {
        if (deferral == Deferral.NOT_DEFERRABLE) {
            return "";
        }
        Constraint plain =
                constraint instanceof Constraint.ForeignKey key ? key.deferred(Deferral.NOT_DEFERRABLE) : constraint;
        throw words.cannot(
                "defer " + plain.description() + ": it checks constraints " + when, "Leave out .deferred(...).");
    }

    /** Refuses an index with an access method. */
    public void method(Index index, String why) {
        if (index.method() != null) {
            throw words.cannot(
                    "create " + index.description() + " using " + index.method() + ": " + why,
                    "Leave out .using(...).");
        }
    }

    /**
     * Returns the exception for an index on an expression.
     *
     * @param index the index
     * @param part the expression
     * @param computed the method that defines a generated column to index instead: {@code computed}
     */
    public RetortException expression(Index index, Index.Part part, String computed) {
        return words.cannot(
                "create " + index.description() + ": it has no indexes on expressions",
                "Add a column(...)." + computed + "(\"" + part.text() + "\") and an index on that.");
    }

    /** Refuses an index that sorts nulls explicitly; returns an empty clause for others. */
    public String nulls(Index index, Index.Nulls nulls, String why) {
        if (nulls == Index.Nulls.UNSPECIFIED) {
            return "";
        }
        throw words.cannot("create " + index.description() + ": " + why, "Leave out the order of nulls.");
    }

    /** Refuses a partial index; returns an empty clause for others. */
    public String where(Index index, @Nullable String condition) {
        if (condition == null) {
            return "";
        }
        throw words.cannot(
                "create " + index.description() + ": it has no partial indexes",
                "Leave out .where(...), and index all rows.");
    }

    /** Returns the exception for a sequence. */
    RetortException sequence(String verb, QualifiedName name) {
        return words.cannot(
                verb + " sequence " + name + ": it has no sequences",
                "Use .identity() columns, or the table with one column next_val that Hibernate uses instead of a"
                        + " sequence: op.createTable(\"" + name + "\", column(\"next_val\", bigint())).");
    }

    /** Returns the exception for a named enum type. */
    RetortException enumType(String verb, QualifiedName type) {
        return words.cannot(
                verb + " enum type " + type + ": it has no named enum types",
                "List the values in the column, column(\"...\", enumOf(\"...\")), or use varchar and a check constraint.");
    }
}
