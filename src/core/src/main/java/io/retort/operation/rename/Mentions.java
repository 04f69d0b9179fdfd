package io.retort.operation.rename;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Generation;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.Table;
import io.retort.sql.SqlLexer;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name inside SQL text, where a database lets it follow a rename. Strings do not count.
 *
 * @param before the name, as typed
 * @param after its new name, as typed
 * @param qualifies whether only the name in front of a dot is meant: a table's, which HSQLDB puts before each column
 */
public record Mentions(String before, String after, boolean qualifies) {

    /** Those of a column. */
    public Mentions(String before, String after) {
        this(before, after, false);
    }

    /** Whether an expression mentions a column. */
    public static boolean of(String column, String expression) {
        return new Mentions(column, column).isIn(expression);
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

    /** The table with the new name inside conditions, computed columns and indexes, as the database will have it. */
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

    /** Outside of strings, which are taken over as they are. */
    private String renamedIn(String expression) {
        List<SqlToken> strings = strings(expression);
        return word().matcher(expression)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isInside(strings, found.start()) ? found.group() : renamed(found.group())));
    }

    private String renamed(String found) {
        boolean upper = found.equals(found.toUpperCase(Locale.ROOT));
        boolean lower = found.equals(found.toLowerCase(Locale.ROOT));
        String text = Identifier.parse(after).text();
        return upper && !lower ? text.toUpperCase(Locale.ROOT) : text;
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
