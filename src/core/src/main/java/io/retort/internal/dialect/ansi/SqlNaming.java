package io.retort.internal.dialect.ansi;

import io.retort.dialect.Identifiers;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.List;
import java.util.StringJoiner;

/**
 * The elements of a product's statements.
 *
 * @param product the product's name: {@code PostgreSQL}
 * @param identifiers renders names
 * @param types renders types
 * @param literals renders values
 */
public record SqlNaming(String product, Identifiers identifiers, AnsiTypes types, AnsiLiterals literals) {

    /** Returns a typed name in SQL. */
    public String name(String typed) {
        return identifiers.sql(typed);
    }

    /** Returns a qualified name in SQL. */
    public String name(QualifiedName name) {
        return identifiers.sql(name);
    }

    /** Returns the name of an object in the schema of a table, for example of an index, in SQL. */
    public String inSchemaOf(QualifiedName table, String typed) {
        return identifiers.sql(table.withName(typed));
    }

    /** Returns names in parentheses: {@code (id, email)}. */
    public String names(List<String> typed) {
        StringJoiner names = new StringJoiner(", ", "(", ")");
        for (String name : typed) {
            names.add(name(name));
        }
        return names.toString();
    }

    /** Returns a type in SQL. */
    public String type(SqlType type) {
        return types.name(type);
    }

    /**
     * Returns the exception for something that the product does not support.
     *
     * @param what what was requested, as it follows "PostgreSQL cannot ": {@code rename sequence a: it has no …}
     * @param action what to do instead, as plain text
     */
    public RetortException cannot(String what, String action) {
        return cannot(what, Advice.of(action));
    }

    /**
     * Returns the exception for something that the product does not support.
     *
     * @param what what was requested, as it follows "PostgreSQL cannot ": {@code rename sequence a: it has no …}
     * @param advice what to do instead
     */
    public RetortException cannot(String what, Advice advice) {
        return new RetortException(product + " cannot " + what + ".", advice);
    }
}
