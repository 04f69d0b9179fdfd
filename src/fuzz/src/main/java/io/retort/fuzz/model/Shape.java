package io.retort.fuzz.model;

/** What kind of attribute an entity has. */
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

    /** Whether it holds one other entity. */
    public boolean isReference() {
        return this == MANY_TO_ONE || this == ONE_TO_ONE;
    }

    /** Whether it holds several other entities. */
    public boolean isToMany() {
        return this == ONE_TO_MANY_JOIN_TABLE || this == ONE_TO_MANY_COLUMN || this == MANY_TO_MANY;
    }

    /** Whether it holds several values that are no entities. */
    public boolean isElements() {
        return this == ELEMENT_SET
                || this == ELEMENT_LIST
                || this == ELEMENT_ORDERED
                || this == ELEMENT_MAP
                || this == ENUM_SET;
    }

    /** Whether an application writes it. */
    public boolean isWritten() {
        return this != FORMULA && this != GENERATED;
    }
}
