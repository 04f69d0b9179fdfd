package io.retort.diff.model.scratch;

import io.retort.dialect.Identifiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The scratch schemas and what they stand in for.
 *
 * @param current the stored name of the connection's own schema
 * @param main the name of the scratch schema that stands in for it
 * @param further the names of the others, by the typed names of the schemas that they stand in for
 */
record StandIns(String current, String main, Map<String, String> further) {

    /** What the names of all scratch schemas begin with. */
    static final String PREFIX = "retort_scratch_";

    private static final int LETTERS = 10;

    static StandIns of(String current, List<String> furtherSchemas) {
        String random = UUID.randomUUID().toString().replace("-", "").substring(0, LETTERS);
        Map<String, String> further = new LinkedHashMap<>();
        furtherSchemas.forEach(schema -> further.put(schema, name(random, further.size() + 1)));
        return new StandIns(current, name(random, 0), further);
    }

    /** Of one length, so that none is the beginning of another. */
    private static String name(String random, int number) {
        return "%s%s_%03d".formatted(PREFIX, random, number);
    }

    /** Where a schema's objects go; nowhere in particular, if it is the connection's own. */
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
