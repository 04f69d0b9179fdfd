package io.retort.internal.sql;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Generation;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds and renames references to a name inside SQL text, such as check constraints, as databases do on a rename.
 * String literals are skipped.
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
        Matcher word = word().matcher(expression);
        List<SqlToken> strings = strings(expression);
        while (word.find()) {
            if (!isInside(strings, word.start())) {
                return true;
            }
        }
        return false;
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

    /** String literals stay unchanged. */
    private String renamedIn(String expression) {
        List<SqlToken> strings = strings(expression);
        StringBuilder renamed = new StringBuilder();
        Matcher found = word().matcher(expression);
        int from = 0;
        while (found.find()) {
            if (isInside(strings, found.start())) {
                continue;
            }
            boolean quoted = isQuoted(expression, found.start(), found.end());
            boolean unquotes = quoted && isQuoted(before) && !isQuoted(after);
            renamed.append(expression, from, found.start() - (unquotes ? 1 : 0));
            renamed.append(isQuoted(after) && !quoted ? Identifier.parse(after).typed() : renamed(found.group()));
            from = found.end() + (unquotes ? 1 : 0);
        }
        return renamed.append(expression, from, expression.length()).toString();
    }

    private static boolean isQuoted(String name) {
        return Identifier.parse(name).quoted();
    }

    private static boolean isQuoted(String expression, int start, int end) {
        return start > 0
                && end < expression.length()
                && "\"`".indexOf(expression.charAt(start - 1)) >= 0
                && expression.charAt(end) == expression.charAt(start - 1);
    }

    private String renamed(String found) {
        boolean upper = found.equals(found.toUpperCase(Locale.ROOT));
        boolean lower = found.equals(found.toLowerCase(Locale.ROOT));
        String text = Identifier.parse(after).text();
        return upper && !lower && !isQuoted(after) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static List<SqlToken> strings(String expression) {
        return SqlToken.of(expression, SqlSyntax.STANDARD).stream()
                .filter(token -> token.kind() == SqlLexer.Kind.STRING)
                .toList();
    }

    private static boolean isInside(List<SqlToken> tokens, int position) {
        return tokens.stream().anyMatch(token -> token.start() <= position && position < token.end());
    }

    private Pattern word() {
        return Pattern.compile("(?i)(?<![\\w$])"
                + Pattern.quote(Identifier.parse(before).text()) + (qualifies ? "(?=\"?\\.)" : "(?![\\w$])"));
    }
}
