package io.retort.diff.model.scratch;

import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table that the database refuses to create as Hibernate says it.
 *
 * @param table the table
 * @param statement Hibernate's statement
 * @param words what the database said about it
 * @param parts what is refused by itself, while the database takes the rest; empty if it takes nothing of the table
 */
public record RefusedTable(QualifiedName table, String statement, String words, List<Part> parts) {

    public RefusedTable {
        parts = List.copyOf(parts);
    }

    /** What is refused. */
    public enum Kind {
        COLUMN,
        PRIMARY_KEY,
        UNIQUE,
        CHECK
    }

    /**
     * A part of the table.
     *
     * @param kind what it is
     * @param name the name of a condition that was given one; null otherwise
     * @param columns the columns that it is, or that it is over; unknown for a condition of the whole table
     * @param definition how Hibernate writes it
     * @param words what the database said
     */
    public record Part(Kind kind, @Nullable String name, List<String> columns, String definition, String words) {

        public Part {
            columns = List.copyOf(columns);
        }

        private Part spelled(UnaryOperator<String> spelling) {
            return new Part(kind, name, columns, spelling.apply(definition), spelling.apply(words));
        }

        private String describe(QualifiedName table) {
            String what = switch (kind) {
                case COLUMN -> "column " + table + "." + columns.get(0);
                case PRIMARY_KEY -> "primary key of " + table;
                case UNIQUE -> "unique constraint on " + table;
                case CHECK -> "check constraint on " + table;
            };
            return what + ": not compared, because the database refuses its definition: " + definition + " (" + words
                    + ")";
        }
    }

    RefusedTable spelled(UnaryOperator<String> spelling) {
        return new RefusedTable(
                table,
                spelling.apply(statement),
                spelling.apply(words),
                parts.stream().map(part -> part.spelled(spelling)).toList());
    }

    /** What is not compared, as sentences: the parts. */
    public List<String> describeParts() {
        return parts.stream().map(part -> part.describe(table)).toList();
    }

    /** Why there cannot be such a table. */
    public String describe() {
        return "table " + table + ": the database refuses Hibernate's statement: " + statement + " (" + words + ")";
    }
}
