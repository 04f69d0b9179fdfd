package io.retort.dialect.ansi;

import io.retort.error.RetortException;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What several products do not have, and what to write in its place.
 *
 * @param words the words of the product that refuses
 */
public record Refusals(Vocabulary words) {

    /** Refuses a rename that would move a thing to another schema. */
    public void otherSchema(QualifiedName before, QualifiedName after, String noun) {
        if (!Objects.equals(before.schema(), after.schema())) {
            throw words.cannot(
                    "rename " + noun + " " + before + " to " + after + ": a rename stays in its schema",
                    "Give both names the same schema, or move the " + noun + " with op.execute(\"alter ...\").");
        }
    }

    /** The refusal to change how a column makes its values. */
    public RetortException otherGeneration(ColumnChange change) {
        String name = change.after().name();
        return words.cannot(
                "change column " + name + " from " + change.before().description() + " to "
                        + change.after().description(),
                "Drop the column and add it anew: op.dropColumn(table, column(\"" + name
                        + "\", ...)), then op.addColumn(table, column(\"" + name + "\", ...)).");
    }

    /** The refusal to change the type of a column whose labels are kept in a check constraint. */
    public RetortException otherLabels(ColumnChange change) {
        return words.cannot(
                "change column " + change.after().name() + " from "
                        + change.before().description() + " to "
                        + change.after().description() + ": it keeps labels in a check constraint",
                "Change the type with varchar(255) on both sides, and the labels with op.dropConstraint and"
                        + " op.addConstraint.");
    }

    /** The refusal to leave rows unchecked by a constraint that is neither a foreign key nor a check. */
    public RetortException unchecked(Constraint constraint) {
        return words.cannot(
                "leave rows unchecked by " + constraint.description(),
                "Use op.addConstraint: only foreign keys and checks can be added without a look at the rows.");
    }

    /** Refuses a unique constraint to which two nulls are equal. */
    public void nullsEqual(Constraint.Unique unique) {
        if (unique.nullsNotDistinct()) {
            throw words.cannot(
                    "take nulls as equal in " + unique.description(),
                    "Leave out .nullsEqual(), and make the columns not null where that is what you mean.");
        }
    }

    /**
     * How a constraint is checked where nothing can be deferred: nothing is said of it.
     *
     * @param when when the product looks at constraints: {@code after each row}
     */
    public String deferral(Constraint constraint, Deferral deferral, String when) {
        if (deferral == Deferral.NOT_DEFERRABLE) {
            return "";
        }
        throw words.cannot(
                "defer " + constraint.description() + ": it looks at constraints " + when, "Leave out .deferred(...).");
    }

    /** Refuses an index that names its method, with the reason. */
    public void method(Index index, String why) {
        if (index.method() != null) {
            throw words.cannot(
                    "create " + index.description() + " using " + index.method() + ": " + why,
                    "Leave out .using(...).");
        }
    }

    /**
     * The refusal to create an index on an expression.
     *
     * @param computed how a column is computed that can be indexed instead: {@code computed}
     */
    public RetortException expression(Index index, Index.Part part, String computed) {
        return words.cannot(
                "create " + index.description() + ": it has no indexes on expressions",
                "Add a column(...)." + computed + "(\"" + part.text() + "\") and an index on that.");
    }

    /** Where nulls are sorted in an index that has no say in it: nothing is said of it. */
    public String nulls(Index index, Index.Nulls nulls, String why) {
        if (nulls == Index.Nulls.UNSPECIFIED) {
            return "";
        }
        throw words.cannot("create " + index.description() + ": " + why, "Leave out where nulls are sorted.");
    }

    /** Which rows an index holds where it holds all: nothing is said of it. */
    public String where(Index index, @Nullable String condition) {
        if (condition == null) {
            return "";
        }
        throw words.cannot(
                "create " + index.description() + ": it has no indexes on some of the rows",
                "Leave out .where(...), and index all rows.");
    }

    /** The refusal to do anything with a sequence. */
    RetortException sequence(String verb, QualifiedName name) {
        return words.cannot(
                verb + " sequence " + name + ": it has no sequences",
                "Use .identity() columns, or the table with one column next_val that Hibernate uses in place of a"
                        + " sequence: op.createTable(\"" + name + "\", column(\"next_val\", bigint())).");
    }

    /** The refusal to do anything with an enum type. */
    RetortException enumType(String verb, QualifiedName type) {
        return words.cannot(
                verb + " enum type " + type + ": it has no enum types with names of their own",
                "Say the labels in the column, column(\"...\", enumOf(\"...\")), or use varchar and a check constraint.");
    }
}
