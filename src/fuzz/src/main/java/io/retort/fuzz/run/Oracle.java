package io.retort.fuzz.run;

/** The properties that must hold in every story. */
public enum Oracle {
    /** A second comparison finds no differences. */
    CONVERGES,
    /** The catalog equals the one that Hibernate's schema creation produces. */
    EQUALS_CREATE,
    /** The schema that the history computes equals the model of the entities, after each revision. */
    HISTORY_EQUALS_MODEL,
    /** On an empty database, the history computes the schema that the database has, after each revision. */
    HISTORY_EQUALS_DATABASE,
    /** Without a database, a comparison finds the operations that one with the database finds, and they suffice. */
    OFFLINE_EQUALS_ONLINE,
    /** The downgrade restores the catalog. */
    DOWNGRADE_RESTORES_CATALOG,
    /** A second upgrade produces the same catalog as the first one. */
    UPGRADES_AGAIN,
    /** Entities can be read after the upgrade. */
    READABLE,
    /** After the upgrade, entities have the same values as before, except for data that an answer agreed to lose. */
    SAME_VALUES,
    /** After the downgrade, entities have the same values as before, except for data that an answer agreed to lose. */
    SAME_VALUES_BACK,
    /** No hand-made object disappears without a question. */
    HAND_MADE_STAYS,
    /** Inserts through entities succeed after the upgrade and after the downgrade. */
    NEXT_INSERT,
    /** No statement fails unless a question announced it. */
    NO_SURPRISE,
    /** An upgrade that fails as announced leaves the database unchanged, on products with transactional DDL. */
    FAILS_CLEANLY,
    /** Every exception contains a problem and an action. */
    CLEAR_MESSAGE
}
