package io.retort.diff.internal.scratch;

import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table whose create statement the database rejects.
 *
 * @param table the name of the table
 * @param statement Hibernate's statement
 * @param words the error of the database
 * @param parts the parts that the database rejects while it accepts the rest; empty if it rejects all of the table
 */
public record RejectedTable(QualifiedName table, String statement, String words, List<RejectedPart> parts) {

    /** Copies the list. */
    public RejectedTable {
        parts = List.copyOf(parts);
    }

    /** The kind of a rejected part. */
    public enum Kind {
        /** A column. */
        COLUMN,
        /** The primary key. */
        PRIMARY_KEY,
        /** A unique constraint. */
        UNIQUE,
        /** A check constraint. */
        CHECK
    }

    /**
     * A rejected part of the table.
     *
     * @param kind the kind of the part
     * @param name the name of a named check constraint; otherwise null
     * @param columns the column itself, or the columns that a constraint covers; empty for a check constraint of the
     *     table
     * @param definition the definition as Hibernate renders it
     * @param words the error of the database
     */
    public record RejectedPart(
            Kind kind, @Nullable String name, List<String> columns, String definition, String words) {

        /** Copies the list. */
        public RejectedPart {
            columns = List.copyOf(columns);
        }

        private RejectedPart spelled(UnaryOperator<String> spelling) {
            return new RejectedPart(kind, name, columns, spelling.apply(definition), spelling.apply(words));
        }

        private String describe(QualifiedName table) {
            String what = switch (kind) {
                case COLUMN -> "column " + table + "." + columns.get(0);
                case PRIMARY_KEY -> "primary key of " + table;
                case UNIQUE -> "unique constraint on " + table;
                case CHECK -> "check constraint on " + table;
            };
            return what + ": not compared, because the database rejects its definition: " + definition + " (" + words
                    + ")";
        }
    }

    RejectedTable spelled(UnaryOperator<String> spelling) {
        return new RejectedTable(
                table,
                spelling.apply(statement),
                spelling.apply(words),
                parts.stream().map(part -> part.spelled(spelling)).toList());
    }

    /** Returns one sentence for each part that is not compared. */
    public List<String> describeParts() {
        return parts.stream().map(part -> part.describe(table)).toList();
    }

    /** Returns a sentence that explains why the table cannot be created. */
    public String describe() {
        return "table " + table + ": the database rejects Hibernate's statement: " + statement + " (" + words + ")";
    }
}
