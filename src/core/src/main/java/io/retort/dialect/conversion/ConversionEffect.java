package io.retort.dialect.conversion;

/** What happens to the values of a column when its type changes. */
public enum ConversionEffect {
    /** The database keeps the meaning of every value that the new type can hold. */
    KEPT,
    /** An expression keeps the meaning of every value. */
    CONVERTED,
    /** The values can be converted, but only the user can decide whether they keep their meaning. */
    ASKED,
    /** No conversion is known. */
    REFUSED
}
