package io.retort.fuzz.run;

import io.retort.Retort;
import io.retort.diff.author.Difference;
import io.retort.testkit.TestDb;

/** Breaks a part of Retort on purpose, to test the oracles. */
public interface Sabotage {

    /** Breaks nothing. */
    Sabotage NONE = new Sabotage() {};

    /**
     * Replaces the result of a comparison.
     *
     * @param found the result
     */
    default Difference difference(Difference found) {
        return found;
    }

    /**
     * Replaces the result of a comparison with the history.
     *
     * @param found the result
     */
    default Difference offline(Difference found) {
        return found;
    }

    /**
     * Runs after an upgrade.
     *
     * @param db the database
     */
    default void afterUpgrade(TestDb db) {}

    /**
     * Replaces a downgrade.
     *
     * @param retort the migration history
     * @param db the database
     */
    default void downgrade(Retort retort, TestDb db) {
        retort.downgrade("-1");
    }

    /**
     * Replaces the second upgrade.
     *
     * @param retort the migration history
     * @param db the database
     */
    default void upgradeAgain(Retort retort, TestDb db) {
        retort.upgrade("head");
    }
}
