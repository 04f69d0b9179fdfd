package io.retort.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A named enum type (PostgreSQL; a domain on H2).
 *
 * @param name the name
 * @param labels the enum constants, in order
 */
public record EnumType(QualifiedName name, List<String> labels) {

    public EnumType {
        labels = List.copyOf(labels);
    }

    /** Returns a copy with one more constant at the end. */
    public EnumType plus(String label) {
        List<String> more = new ArrayList<>(labels);
        more.add(label);
        return new EnumType(name, more);
    }

    /** Returns a description for messages: {@code mood (HAPPY, SAD)}. */
    public String description() {
        return name + " (" + String.join(", ", labels) + ")";
    }
}
