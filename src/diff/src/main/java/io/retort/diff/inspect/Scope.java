package io.retort.diff.inspect;

import java.util.List;

/**
 * Which schemas an inspection covers: the connection's current one, and these besides. A schema that does not exist has
 * nothing in it.
 *
 * @param schemas names as typed; the objects in them keep the schema in their names
 */
public record Scope(List<String> schemas) {

    /** The connection's current schema and no other. */
    public static final Scope CURRENT = new Scope(List.of());

    public Scope {
        schemas = List.copyOf(schemas);
    }
}
