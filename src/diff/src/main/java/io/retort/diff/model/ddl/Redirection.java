package io.retort.diff.model.ddl;

import org.jspecify.annotations.Nullable;

/** Which schema stands in for which. */
@FunctionalInterface
public interface Redirection {

    /**
     * Where the objects of a schema go.
     *
     * @param schema as typed; null for the connection's own
     * @return the letters of the schema's name; null to leave the name without one
     */
    @Nullable
    String placeOf(@Nullable String schema);
}
