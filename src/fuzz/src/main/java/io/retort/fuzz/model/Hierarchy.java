package io.retort.fuzz.model;

/** The inheritance strategy of an entity hierarchy. */
public enum Hierarchy {
    SINGLE_TABLE,
    JOINED,
    TABLE_PER_CLASS
}
