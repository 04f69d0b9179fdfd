package io.retort.diff.internal.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Java side of a column.
 *
 * @param type the class name of the attribute type
 * @param kind the kind of the type
 * @param converted whether an attribute converter is applied
 * @param stored the stored value of each enum constant by name, in declaration order, or of {@code true} and
 *     {@code false}; empty for any other type
 * @param undeleted the stored value of a {@code @SoftDelete} column in a row that is not deleted; null for any other
 *     column, and where such a row stores no value
 * @param primitive whether the attribute cannot be null, so that entities cannot read a null
 */
public record JavaColumn(
        String type,
        Kind kind,
        boolean converted,
        Map<String, Object> stored,
        @Nullable Object undeleted,
        boolean primitive) {

    /** The kinds of Java types that questions distinguish. */
    public enum Kind {
        /** An enum. */
        ENUM,
        /**
         * {@code boolean} or {@code Boolean}.
         */
        BOOLEAN,
        /**
         * {@code java.util.UUID}.
         */
        UUID,
        /** A type whose values have a text form of their own, such as {@code java.util.Locale}; it cannot read other texts. */
        PARSED,
        /** Any other type. */
        OTHER
    }

    /** A column about whose Java type nothing is known. */
    public static final JavaColumn UNKNOWN = new JavaColumn("", Kind.OTHER, false, Map.of());

    /** Creates a column that does not mark deleted rows. */
    public JavaColumn(String type, Kind kind, boolean converted, Map<String, Object> stored) {
        this(type, kind, converted, stored, null, false);
    }

    /** Copies the map. */
    public JavaColumn {
        stored = new LinkedHashMap<>(stored);
    }

    /** Returns this column as a {@code @SoftDelete} column. */
    public JavaColumn undeleted(@Nullable Object value) {
        return new JavaColumn(type, kind, converted, stored, value, primitive);
    }

    /** Returns this column as one of a primitive attribute. */
    public JavaColumn ofPrimitive() {
        return new JavaColumn(type, kind, converted, stored, undeleted, true);
    }

    /** Returns the names of the enum constants, in declaration order. */
    public List<String> constants() {
        return List.copyOf(stored.keySet());
    }

    /** Whether the column stores booleans as texts. */
    public boolean isOfTexts() {
        return kind == Kind.BOOLEAN
                && stored.size() == 2
                && stored.values().stream().allMatch(String.class::isInstance);
    }

    /** Whether the column stores the ordinals of an enum. */
    public boolean isOrdinal() {
        return kind == Kind.ENUM
                && !stored.isEmpty()
                && stored.values().stream().allMatch(Number.class::isInstance)
                && !converted;
    }
}
