package io.retort.diff.internal.model;

import org.jspecify.annotations.Nullable;

/** Maps schemas to scratch schemas. */
@FunctionalInterface
public interface Redirection {

    /**
     * Returns the schema in which the objects of a schema are created.
     *
     * @param schema the schema as typed; null for the current schema
     * @return the unquoted name of the schema; null to leave names unqualified
     */
    @Nullable
    String placeOf(@Nullable String schema);
}
