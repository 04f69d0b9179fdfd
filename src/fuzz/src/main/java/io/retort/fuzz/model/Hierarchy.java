package io.retort.fuzz.model;

/** How a root entity and the entities below it are stored. */
public enum Hierarchy {
    SINGLE_TABLE,
    JOINED,
    TABLE_PER_CLASS
}
