package io.retort.diff.internal.scratch;

import io.retort.dialect.Identifiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The scratch schemas, and the real schemas that they replace.
 *
 * @param current the stored name of the current schema
 * @param main the name of the scratch schema that replaces the current schema
 * @param further the names of the other scratch schemas, by the typed name of the schema that each replaces
 */
record SchemaAliases(String current, String main, Map<String, String> further) {

    /** The prefix of all scratch schema names. */
    static final String PREFIX = "retort_scratch_";

    private static final int LETTERS = 10;

    static SchemaAliases of(String current, List<String> furtherSchemas) {
        String random = UUID.randomUUID().toString().replace("-", "").substring(0, LETTERS);
        Map<String, String> further = new LinkedHashMap<>();
        furtherSchemas.forEach(schema -> further.put(schema, name(random, further.size() + 1)));
        return new SchemaAliases(current, name(random, 0), further);
    }

    /** All names have the same length, so that none is a prefix of another. */
    private static String name(String random, int number) {
        return "%s%s_%03d".formatted(PREFIX, random, number);
    }

    /** The scratch schema for a schema; null for the current schema, whose names are unqualified. */
    @Nullable
    String placeOf(@Nullable String schema) {
        return schema == null ? null : further.get(schema);
    }

    /** All scratch schemas, with the stored names of the real ones. */
    Map<String, String> all(Identifiers identifiers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(main, current);
        further.forEach((schema, scratch) -> all.put(scratch, identifiers.stored(schema)));
        return all;
    }
}
