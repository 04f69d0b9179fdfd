package io.retort.fuzz.run;

/** What must hold in every story. */
public enum Oracle {
    /** The second comparison is empty. */
    CONVERGES,
    /** The catalog is the one that Hibernate's own create makes. */
    EQUALS_CREATE,
    /** After the downgrade the catalog is the one before. */
    DOWNGRADE_RESTORES_CATALOG,
    /** The second upgrade makes the catalog that the first one made. */
    UPGRADES_AGAIN,
    /** Entities can be read after the change. */
    READABLE,
    /** Entities read after the change what they read before, except for what an answer gave up. */
    SAME_VALUES,
    /** Entities read after the downgrade what they read before, except for what an answer gave up. */
    SAME_VALUES_BACK,
    /** Nothing that a person has made in the database disappears without a question. */
    HAND_MADE_STAYS,
    /** The next insert through an entity succeeds, after the upgrade and after the downgrade. */
    NEXT_INSERT,
    /** No statement fails that a question did not announce. */
    NO_SURPRISE,
    /** A run that fails as announced leaves the database as it was, where the product can. */
    FAILS_CLEANLY,
    /** Every exception says what happened and what to do. */
    CLEAR_MESSAGE
}
