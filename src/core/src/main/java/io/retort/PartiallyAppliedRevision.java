package io.retort;

import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.prepare.StatementLog;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedState;
import io.retort.run.BackfillProgress;
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

    /** Returns the progress of the backfill at which it stopped, or which is running; null if it is at another statement. */
    public @Nullable BackfillProgress backfill() {
        return BackfillPosition.read(revision.inFlight())
                .map(BackfillPosition::progress)
                .orElse(null);
    }

    /** Returns whether only the catalog shows if the next statement took effect. */
    public boolean isInDoubt() {
        return revision.inFlight() != null && backfill() == null;
    }

    /** Returns a one-line description, for example {@code 2b (add email): partially applied, 3 of 7 statements}. */
    public String describe() {
        return revision.describe()
                + (revision.state() == AppliedState.UPGRADING ? ": partially applied, " : ": partially downgraded, ")
                + revision.progress() + " of " + statements + " statements"
                + next();
    }

    private String next() {
        BackfillProgress backfill = backfill();
        if (backfill != null) {
            return ", backfill of " + backfill.describe();
        }
        return isInDoubt()
                ? ", statement " + (revision.progress() + 1) + " in doubt until the next run queries the catalog"
                : "";
    }
}
