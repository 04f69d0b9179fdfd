package io.retort.diff.internal.model;

import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.schema.Index;
import io.retort.schema.Index.Nulls;
import io.retort.schema.Index.Part;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Locale;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

/** Maps an index. Hibernate turns a unique index into a unique key, so it never gets here. */
final class IndexMapping {

    private final Database database;
    private final Dialect dialect;
    private final ModelNames names;
    private final SqlSyntax syntax;

    /**
     * @param database the database of the metadata
     * @param names the names of the same metadata
     * @param syntax how the product reads the expressions and conditions of indexes
     */
    IndexMapping(Database database, ModelNames names, SqlSyntax syntax) {
        this.database = database;
        this.dialect = database.getDialect();
        this.names = names;
        this.syntax = syntax;
    }

    Index index(org.hibernate.mapping.Index index) {
        List<Part> parts =
                index.getSelectables().stream().map(part -> part(index, part)).toList();
        return new Index(name(index), parts, index.isUnique(), where(index.getOptions()), null);
    }

    /** Some of Hibernate's dialects drop the quotes of an index name; the database then stores the unquoted name. */
    private String name(org.hibernate.mapping.Index index) {
        if (dialect.qualifyIndexName()) {
            return names.of(
                    database.getJdbcEnvironment().getIdentifierHelper().toIdentifier(index.getQuotedName(dialect)));
        }
        return names.of(org.hibernate.boot.model.naming.Identifier.toIdentifier(index.getName()));
    }

    private Part part(org.hibernate.mapping.Index index, Selectable selectable) {
        String order =
                index.getSelectableOrderMap().getOrDefault(selectable, "").toLowerCase(Locale.ROOT);
        boolean expression = !(selectable instanceof Column);
        String text = selectable instanceof Column column
                ? names.of(column)
                : withoutParentheses(selectable.getText(dialect).strip(), syntax);
        return new Part(text, expression, order.contains("desc"), nulls(order));
    }

    private static Nulls nulls(String order) {
        if (order.contains("nulls first")) {
            return Nulls.FIRST;
        }
        return order.contains("nulls last") ? Nulls.LAST : Nulls.UNSPECIFIED;
    }

    /** Returns {@code lower(name)} for {@code (lower(name))}, but leaves {@code (a) || (b)} unchanged. */
    static String withoutParentheses(String text, SqlSyntax syntax) {
        return SqlValues.isEnclosed(text, syntax)
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private @Nullable String where(@Nullable String options) {
        if (options == null) {
            return null;
        }
        String condition = SqlToken.of(options, syntax).stream()
                .filter(token -> token.is("where"))
                .findFirst()
                .map(where -> options.substring(where.end()).strip())
                .orElse("");
        return condition.isEmpty() ? null : condition;
    }
}
