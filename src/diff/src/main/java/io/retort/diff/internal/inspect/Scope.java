package io.retort.diff.internal.inspect;

import java.util.List;

/**
 * The schemas that an inspection covers: the current schema of the connection, and further ones. A schema that does not
 * exist is treated as empty.
 *
 * @param schemas the names of the further schemas, as typed; the names of their objects keep the schema
 */
public record Scope(List<String> schemas) {

    /** Covers only the current schema of the connection. */
    public static final Scope CURRENT = new Scope(List.of());

    /** Copies the list. */
    public Scope {
        schemas = List.copyOf(schemas);
    }
}
