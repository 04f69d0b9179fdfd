package io.retort.diff.internal.inspect;

import io.retort.dialect.Identifiers;
import io.retort.schema.Default;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalises names and expressions of a catalog.
 *
 * @param quirks what is specific to the product
 * @param identifiers the rules for names
 * @param current the stored name of the current schema, which is removed from names and expressions
 */
record NameNormalizer(Quirks quirks, Identifiers identifiers, String current) {

    private static final Pattern NULL = Pattern.compile("(?i)\\(*\\s*null\\s*(?:::[\\w\\s\".()\\[\\]]+)?\\)*");

    String typed(String stored) {
        return identifiers.typed(stored);
    }

    QualifiedName name(String schema, String name) {
        return new QualifiedName(schema.equals(current) ? null : typed(schema), typed(name));
    }

    /** Normalises an expression and removes parentheses around the whole of it. */
    String bare(String expression) {
        return CatalogSqlText.bare(spelled(expression));
    }

    private String spelled(String expression) {
        return quirks.stableSpelling(CatalogSqlText.without(quirks.inExpressions(current), expression));
    }

    /** A default of null equals no default; some products store it, with a cast. */
    @Nullable
    Default spelled(@Nullable Default value) {
        if (!(value instanceof Default.Expression expression)) {
            return value;
        }
        String sql = spelled(expression.sql());
        return NULL.matcher(sql).matches() ? null : new Default.Expression(sql);
    }

    SqlType spelled(SqlType type) {
        SqlType element = type.element();
        if (element != null) {
            return SqlType.arrayOf(spelled(element));
        }
        String text = type.text();
        return text == null ? type : SqlType.other(spelled(text));
    }

    static @Nullable String emptyIsNone(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }
}
