package io.retort;

import io.retort.run.database.AppliedRevision;
import io.retort.run.database.AppliedState;
import io.retort.run.prepare.Recording;

/**
 * A revision that is half done, because an upgrade or a downgrade of it stopped.
 *
 * @param revision as the database remembers it
 * @param statements how many statements the upgrade or downgrade has
 */
public record HalfApplied(AppliedRevision revision, int statements) {

    static HalfApplied of(AppliedRevision row, Recording recorded) {
        return new HalfApplied(
                row, recorded.of(row.state() == AppliedState.UPGRADING).size());
    }

    /** For people: {@code 2b (add email): half applied, 3 of 7 statements}. */
    public String describe() {
        return revision.describe()
                + (revision.state() == AppliedState.UPGRADING ? ": half applied, " : ": half taken back, ")
                + revision.progress() + " of " + statements + " statements"
                + (revision.inFlight() == null
                        ? ""
                        : ", statement " + (revision.progress() + 1) + " in doubt until the next run asks the catalog");
    }
}
