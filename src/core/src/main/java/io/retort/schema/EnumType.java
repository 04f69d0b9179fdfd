package io.retort.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A type with a name whose values are a few labels, as PostgreSQL has it.
 *
 * @param name its name
 * @param labels its values, in their order
 */
public record EnumType(QualifiedName name, List<String> labels) {

    public EnumType {
        labels = List.copyOf(labels);
    }

    /** With one more label at the end. */
    public EnumType plus(String label) {
        List<String> more = new ArrayList<>(labels);
        more.add(label);
        return new EnumType(name, more);
    }

    /** The type as a person says it: {@code mood (HAPPY, SAD)}. */
    public String description() {
        return name + " (" + String.join(", ", labels) + ")";
    }
}
