package io.retort.test;

import java.util.Locale;

/** A check of the migration history, run by {@link RetortTest}. */
public enum HistoryCheck {
    /** The history has a single head, so that {@code upgrade head} is unambiguous. */
    SINGLE_HEAD(HistoryCheckRunner::singleHead),
    /** An empty database can be upgraded to the head. */
    UPGRADE_FROM_BASE(HistoryCheckRunner::upgradeFromBase),
    /**
     * Each revision can be upgraded, downgraded to the same schema as before, and upgraded to the same schema as the
     * first time. A revision whose downgrade is irreversible is only upgraded.
     */
    EVERY_STEP_UP_DOWN_UP(HistoryCheckRunner::everyStep),
    /** There is no drift between entities and database at the head. Passes in an application without JPA. */
    MODEL_EQUALS_SCHEMA(HistoryCheckRunner::modelEqualsSchema),
    /**
     * After each revision, the database has the schema that the history computes. Comparisons without a database rely on
     * that. Hand-written SQL and code may leave their effect undeclared.
     */
    HISTORY_EQUALS_SCHEMA(HistoryCheckRunner::historyEqualsSchema),
    /** After a downgrade to the base, only Retort's own tables remain. */
    DOWNGRADE_LEAVES_NO_TRACE(HistoryCheckRunner::noTrace);

    private final Body body;

    HistoryCheck(Body body) {
        this.body = body;
    }

    void run(HistoryCheckRunner checks) {
        body.check(checks);
    }

    /** Returns the display name of the test, such as {@code single head}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private interface Body {
        void check(HistoryCheckRunner checks);
    }
}
