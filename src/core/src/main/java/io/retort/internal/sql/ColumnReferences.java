package io.retort.internal.sql;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds and renames references to a name inside SQL text, such as check constraints, as databases do on a rename.
 * Strings, functions and types are skipped.
 *
 * @param before the present name, written as in SQL
 * @param after the new name, written as in SQL
 * @param qualifies whether to match only a name before a dot: the table name that HSQLDB puts before each column
 */
public record ColumnReferences(String before, String after, boolean qualifies) {

    /** Creates a search for a column. */
    public ColumnReferences(String before, String after) {
        this(before, after, false);
    }

    /** Returns whether an expression refers to a column. */
    public static boolean of(String column, String expression) {
        return new ColumnReferences(column, column).isIn(expression);
    }

    /** Returns whether a constraint uses a column of its own table. */
    public static boolean in(Constraint constraint, String column) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.columns().contains(column);
        }
        if (constraint instanceof Constraint.Unique unique) {
            return unique.columns().contains(column);
        }
        return constraint instanceof Constraint.ForeignKey key
                ? key.columns().contains(column)
                : of(column, ((Check) constraint).expression());
    }

    /** Returns whether an index uses a column. */
    public static boolean in(Index index, String column) {
        String where = index.where();
        return where != null && of(column, where)
                || index.parts().stream()
                        .anyMatch(part -> part.expression()
                                ? of(column, part.text())
                                : part.text().equals(column));
    }

    private boolean isIn(String expression) {
        return !found(expression).isEmpty();
    }

    /** Returns the table with the new name in check constraints, generated columns and indexes. */
    Table renamedIn(Table table) {
        return table.withConstraints(
                        table.constraints().stream().map(this::renamedIn).toList())
                .mapColumns(this::renamedIn)
                .withIndexes(table.indexes().stream().map(this::renamedIn).toList());
    }

    private Constraint renamedIn(Constraint constraint) {
        return constraint instanceof Check check ? new Check(check.name(), renamedIn(check.expression())) : constraint;
    }

    private Column renamedIn(Column column) {
        return column.generation() instanceof Generation.Computed computed
                ? column.withGeneration(new Generation.Computed(renamedIn(computed.expression()), computed.stored()))
                : column;
    }

    private Index renamedIn(Index index) {
        @Nullable String where = index.where();
        return new Index(
                index.name(),
                index.parts().stream().map(this::renamedIn).toList(),
                index.unique(),
                where == null ? null : renamedIn(where),
                index.method());
    }

    private Index.Part renamedIn(Index.Part part) {
        return part.expression() ? new Index.Part(renamedIn(part.text()), true, part.descending(), part.nulls()) : part;
    }

    private String renamedIn(String expression) {
        StringBuilder renamed = new StringBuilder();
        int from = 0;
        for (SqlToken token : found(expression)) {
            renamed.append(expression, from, token.start()).append(renamed(token));
            from = token.end();
        }
        return renamed.append(expression, from, expression.length()).toString();
    }

    private List<SqlToken> found(String expression) {
        String name = Identifier.parse(before).text();
        List<SqlToken> tokens = SqlToken.of(expression, SqlSyntax.STANDARD);
        return IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).isName() && tokens.get(at).name().equalsIgnoreCase(name))
                .filter(at -> qualifies ? isQualifier(tokens, at) : isColumn(tokens, at))
                .mapToObj(tokens::get)
                .toList();
    }

    private static boolean isQualifier(List<SqlToken> tokens, int at) {
        return is(tokens, at + 1, ".");
    }

    /** A table, a function and a type can have the name of a column. */
    private static boolean isColumn(List<SqlToken> tokens, int at) {
        boolean type = is(tokens, at - 1, "as") || is(tokens, at - 1, ":") && is(tokens, at - 2, ":");
        boolean function = is(tokens, at + 1, "(") && !isPrefixLength(tokens, at + 1);
        return !type && !isQualifier(tokens, at) && !function;
    }

    /** An index of MySQL or MariaDB can contain the beginning of a text: {@code name(10)}. */
    private static boolean isPrefixLength(List<SqlToken> tokens, int at) {
        return is(tokens, at + 2, ")") && tokens.get(at + 1).kind() == SqlLexer.Kind.NUMBER;
    }

    private static boolean is(List<SqlToken> tokens, int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }

    private String renamed(SqlToken token) {
        if (token.kind() == SqlLexer.Kind.WORD) {
            return isQuoted(after) ? after : inCaseOf(token.name());
        }
        String text = inCaseOf(token.name());
        String quote = token.text().substring(token.text().length() - 1);
        return isQuoted(before) && !isQuoted(after) ? text : quote + text.replace(quote, quote + quote) + quote;
    }

    private static boolean isQuoted(String name) {
        return Identifier.parse(name).quoted();
    }

    /** Products that convert unquoted names to upper case print them in upper case. */
    private String inCaseOf(String found) {
        boolean upper = found.equals(found.toUpperCase(Locale.ROOT));
        boolean lower = found.equals(found.toLowerCase(Locale.ROOT));
        String text = Identifier.parse(after).text();
        return upper && !lower && !isQuoted(after) ? text.toUpperCase(Locale.ROOT) : text;
    }
}
