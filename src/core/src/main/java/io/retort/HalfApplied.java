package io.retort;

import io.retort.run.database.AppliedRevision;
import io.retort.run.database.AppliedState;
import io.retort.run.prepare.Recording;

/**
 * A partially applied revision: an upgrade or a downgrade of it stopped between two statements.
 *
 * @param revision its row in the history table
 * @param statements the number of statements of that upgrade or downgrade
 */
public record HalfApplied(AppliedRevision revision, int statements) {

    static HalfApplied of(AppliedRevision row, Recording recorded) {
        return new HalfApplied(
                row, recorded.of(row.state() == AppliedState.UPGRADING).size());
    }

    /** Returns a one-line description, for example {@code 2b (add email): half applied, 3 of 7 statements}. */
    public String describe() {
        return revision.describe()
                + (revision.state() == AppliedState.UPGRADING ? ": half applied, " : ": half taken back, ")
                + revision.progress() + " of " + statements + " statements"
                + (revision.inFlight() == null
                        ? ""
                        : ", statement " + (revision.progress() + 1) + " in doubt until the next run asks the catalog");
    }
}
