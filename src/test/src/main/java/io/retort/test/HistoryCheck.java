package io.retort.test;

import java.util.Locale;

/** What every history must keep. */
public enum HistoryCheck {
    /** There is one head, so that {@code upgrade head} knows where to go. */
    SINGLE_HEAD(Checks::singleHead),
    /** An empty database comes to the head. */
    UPGRADE_FROM_BASE(Checks::upgradeFromBase),
    /** Each revision goes up, down to the same schema as before, and up to the same schema as the first time. */
    EVERY_STEP_UP_DOWN_UP(Checks::everyStep),
    /** Entities and database do not differ at the head. Nothing to check without JPA. */
    MODEL_EQUALS_SCHEMA(Checks::modelEqualsSchema),
    /** At the base again, nothing is left but Retort's own table. */
    DOWNGRADE_LEAVES_NO_TRACE(Checks::noTrace);

    private final Body body;

    HistoryCheck(Body body) {
        this.body = body;
    }

    void run(Checks checks) {
        body.check(checks);
    }

    /** As a test's name: {@code single head}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private interface Body {
        void check(Checks checks);
    }
}
