package io.retort.fuzz.model;

/** The kinds of attributes. */
public enum Shape {
    BASIC,
    ENUM,
    EMBEDDED,
    MANY_TO_ONE,
    ONE_TO_ONE,
    ELEMENT_SET,
    ELEMENT_LIST,
    ELEMENT_ORDERED,
    ELEMENT_MAP,
    ENUM_SET,
    ONE_TO_MANY_JOIN_TABLE,
    ONE_TO_MANY_COLUMN,
    MANY_TO_MANY,
    FORMULA,
    GENERATED;

    /** Whether the attribute refers to a single entity. */
    public boolean isReference() {
        return this == MANY_TO_ONE || this == ONE_TO_ONE;
    }

    /** Whether the attribute refers to several entities. */
    public boolean isToMany() {
        return this == ONE_TO_MANY_JOIN_TABLE || this == ONE_TO_MANY_COLUMN || this == MANY_TO_MANY;
    }

    /** Whether the attribute is a collection of values other than entities. */
    public boolean isElements() {
        return this == ELEMENT_SET
                || this == ELEMENT_LIST
                || this == ELEMENT_ORDERED
                || this == ELEMENT_MAP
                || this == ENUM_SET;
    }

    /** Whether the application writes the attribute. */
    public boolean isWritten() {
        return this != FORMULA && this != GENERATED;
    }
}
