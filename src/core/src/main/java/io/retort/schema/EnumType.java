package io.retort.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A named enum type (PostgreSQL; a domain on H2).
 *
 * @param name the name
 * @param values the values, in order
 */
public record EnumType(QualifiedName name, List<String> values) {

    public EnumType {
        values = List.copyOf(values);
    }

    /** Returns a copy with one more value at the end. */
    public EnumType plus(String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return new EnumType(name, more);
    }

    /** Returns a description for messages: {@code mood (HAPPY, SAD)}. */
    public String description() {
        return name + " (" + String.join(", ", values) + ")";
    }
}
