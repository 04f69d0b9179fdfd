package io.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, sequence or type, with its schema where that is not the connection's own.
 *
 * @param schema the schema, as typed; null for the connection's default schema
 * @param name the name within the schema, as typed (see {@link Identifier})
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    /** Reads {@code name} or {@code schema.name}; a dot inside double quotes belongs to the name. */
    public static QualifiedName parse(String typed) {
        int dot = dotOutsideQuotes(typed);
        return dot < 0
                ? new QualifiedName(null, typed)
                : new QualifiedName(typed.substring(0, dot), typed.substring(dot + 1));
    }

    /** The same schema, another name. */
    public QualifiedName withName(String other) {
        return new QualifiedName(schema, other);
    }

    /** The same name, in whatever schema the connection is in. */
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
