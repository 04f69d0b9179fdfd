package io.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, sequence or type, optionally with its schema.
 *
 * @param schema the schema, written as in SQL; null for the connection's current schema
 * @param name the name within the schema, written as in SQL (see {@link Identifier})
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    /** Parses {@code name} or {@code schema.name}. A dot inside double quotes is part of the name. */
    public static QualifiedName parse(String typed) {
        int dot = dotOutsideQuotes(typed);
        return dot < 0
                ? new QualifiedName(null, typed)
                : new QualifiedName(typed.substring(0, dot), typed.substring(dot + 1));
    }

    /** Returns another name in the same schema. */
    public QualifiedName withName(String other) {
        return new QualifiedName(schema, other);
    }

    /** Returns the same name in the connection's current schema. */
    public QualifiedName withoutSchema() {
        return new QualifiedName(null, name);
    }

    private static int dotOutsideQuotes(String typed) {
        boolean quoted = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted && i > 0 && i < typed.length() - 1) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = orEmpty(schema).compareTo(orEmpty(other.schema));
        return bySchema == 0 ? name.compareTo(other.name) : bySchema;
    }

    private static String orEmpty(@Nullable String schema) {
        return schema == null ? "" : schema;
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
