package io.retort.dialect.ansi;

import io.retort.dialect.Identifiers;
import io.retort.error.RetortException;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.List;
import java.util.StringJoiner;

/**
 * The words that a product's statements are made of.
 *
 * @param product what people call the product: {@code PostgreSQL}
 * @param identifiers how names are said
 * @param types how types are said
 * @param literals how values are said
 */
public record Vocabulary(String product, Identifiers identifiers, AnsiTypes types, AnsiLiterals literals) {

    /** A typed name as SQL. */
    public String name(String typed) {
        return identifiers.sql(typed);
    }

    /** A qualified name as SQL. */
    public String name(QualifiedName name) {
        return identifiers.sql(name);
    }

    /** A thing that lives in a table's schema under a name of its own, such as an index, as SQL. */
    public String beside(QualifiedName table, String typed) {
        return identifiers.sql(table.withName(typed));
    }

    /** Names in parentheses: {@code (id, email)}. */
    public String names(List<String> typed) {
        StringJoiner names = new StringJoiner(", ", "(", ")");
        for (String name : typed) {
            names.add(name(name));
        }
        return names.toString();
    }

    public String type(SqlType type) {
        return types.name(type);
    }

    /**
     * The refusal to do what the product cannot do.
     *
     * @param what what was asked for, as it follows "PostgreSQL cannot ": {@code rename sequence a: it has no …}
     * @param action what to do instead
     */
    public RetortException cannot(String what, String action) {
        return new RetortException(product + " cannot " + what + ".", action);
    }
}
