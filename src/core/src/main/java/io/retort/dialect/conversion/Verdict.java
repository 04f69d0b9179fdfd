package io.retort.dialect.conversion;

/** What becomes of the values of a column whose type changes. */
public enum Verdict {
    /** The database keeps every value that the new type can hold, and its meaning. */
    KEPT,
    /** An expression of the entry keeps every value and its meaning. */
    CONVERTED,
    /** The values can be converted, but only a person knows whether they mean the same afterwards. */
    ASKED,
    /** No conversion is known. */
    REFUSED
}
