package io.retort.operation.rename;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Generation;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name inside SQL text, where a database lets it follow a rename. Texts in apostrophes do not count.
 *
 * @param before the name, as typed
 * @param after its new name, as typed
 * @param qualifies whether only the name in front of a dot is meant: a table's, which HSQLDB puts before each column
 */
public record Mentions(String before, String after, boolean qualifies) {

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    /** Those of a column. */
    public Mentions(String before, String after) {
        this(before, after, false);
    }

    /** Whether an expression mentions a column. */
    public static boolean of(String column, String expression) {
        return new Mentions(column, column).isIn(expression);
    }

    private boolean isIn(String expression) {
        return word().matcher(TEXT.matcher(expression).replaceAll("''")).find();
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

    /** Outside of texts, which are taken over as they stand. */
    private String renamedIn(String expression) {
        StringBuilder renamed = new StringBuilder();
        Matcher texts = TEXT.matcher(expression);
        int from = 0;
        while (texts.find()) {
            renamed.append(replaced(expression.substring(from, texts.start()))).append(texts.group());
            from = texts.end();
        }
        return renamed.append(replaced(expression.substring(from))).toString();
    }

    private String replaced(String code) {
        return word().matcher(code).replaceAll(found -> {
            boolean upper = found.group().equals(found.group().toUpperCase(Locale.ROOT));
            boolean lower = found.group().equals(found.group().toLowerCase(Locale.ROOT));
            String text = Identifier.parse(after).text();
            return Matcher.quoteReplacement(upper && !lower ? text.toUpperCase(Locale.ROOT) : text);
        });
    }

    private Pattern word() {
        return Pattern.compile("(?i)(?<![\\w$])"
                + Pattern.quote(Identifier.parse(before).text()) + (qualifies ? "(?=\"?\\.)" : "(?![\\w$])"));
    }
}
