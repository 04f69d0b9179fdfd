package io.retort.diff.model.javatype;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column as Java knows it.
 *
 * @param type the name of the attribute's type
 * @param kind what sort of type it is
 * @param converted whether an attribute converter stands between attribute and column
 * @param stored what the column holds for each constant of an enum, by its name in the order of declaration, and for
 *     {@code true} and {@code false}; empty for any other type
 */
public record JavaColumn(String type, Kind kind, boolean converted, Map<String, Object> stored) {

    /** Sorts of types. */
    public enum Kind {
        ENUM,
        BOOLEAN,
        UUID,
        OTHER
    }

    /** Nothing is known. */
    public static final JavaColumn UNKNOWN = new JavaColumn("", Kind.OTHER, false, Map.of());

    public JavaColumn {
        stored = new LinkedHashMap<>(stored);
    }

    /** The constants of an enum, in the order of declaration. */
    public List<String> constants() {
        return List.copyOf(stored.keySet());
    }

    /** Whether the column holds the places of the constants. */
    public boolean isOrdinal() {
        return kind == Kind.ENUM
                && !stored.isEmpty()
                && stored.values().stream().allMatch(Number.class::isInstance)
                && !converted;
    }
}
