package io.retort.fuzz.run;

import io.retort.Retort;
import io.retort.diff.author.Difference;
import io.retort.testkit.TestDb;

/** A part of Retort that is broken on purpose, to see whether the oracles notice. */
public interface Sabotage {

    /** Nothing is broken. */
    Sabotage NONE = new Sabotage() {};

    /** What the comparison says, in place of what it found. */
    default Difference difference(Difference found) {
        return found;
    }

    /** What happens to the database behind an upgrade. */
    default void afterUpgrade(TestDb db) {}

    /** What a downgrade does. */
    default void downgrade(Retort retort, TestDb db) {
        retort.downgrade("-1");
    }

    /** What the second upgrade does. */
    default void upgradeAgain(Retort retort, TestDb db) {
        retort.upgrade("head");
    }
}
