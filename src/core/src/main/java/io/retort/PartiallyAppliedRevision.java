package io.retort;

import io.retort.internal.prepare.StatementLog;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedState;
import org.jspecify.annotations.Nullable;

/**
 * A partially applied revision: an upgrade or a downgrade of it stopped between two statements.
 *
 * @param revision its row in the history table
 * @param statements the number of statements of that upgrade or downgrade
 * @param downgradeTarget the target of the downgrade that reverts the completed statements, or continues reverting them;
 *     null if a completed statement has no reverse
 */
public record PartiallyAppliedRevision(
        AppliedRevision revision, int statements, @Nullable String downgradeTarget) {

    static PartiallyAppliedRevision of(AppliedRevision row, StatementLog recorded, @Nullable String downgradeTarget) {
        return new PartiallyAppliedRevision(
                row, recorded.of(row.state() == AppliedState.UPGRADING).size(), downgradeTarget);
    }

    /** Returns a one-line description, for example {@code 2b (add email): partially applied, 3 of 7 statements}. */
    public String describe() {
        return revision.describe()
                + (revision.state() == AppliedState.UPGRADING ? ": partially applied, " : ": partially downgraded, ")
                + revision.progress() + " of " + statements + " statements"
                + (revision.inFlight() == null
                        ? ""
                        : ", statement " + (revision.progress() + 1)
                                + " in doubt until the next run queries the catalog");
    }
}
