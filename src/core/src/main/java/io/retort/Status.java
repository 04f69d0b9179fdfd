package io.retort;

import io.retort.error.Advice;
import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.prepare.StatementLog;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.BackfillProgress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a database compared with the history.
 *
 * @param database product, version and URL of the database, without secrets
 * @param applied the rows of the history table, oldest first
 * @param currentHeads the heads of the applied revisions
 * @param historyHeads the heads of the application's history
 * @param pending the revisions that an upgrade to all heads would run, in order
 * @param partial the partially applied and partially downgraded revisions, with their progress
 * @param unknown the applied revisions that the history does not contain
 * @param recorded why revisions were recorded as applied instead of run, by their ids, for example {@code adopted from
 *     Flyway 41}; a stamped revision has no reason
 * @param backfills the backfills that are not complete: of applied revisions, or where an upgrade is in one
 * @param graph the revisions that apply to this database: it decides whether a squash or the revisions that it replaces do
 */
public record Status(
        String database,
        List<AppliedRevision> applied,
        List<RevisionInfo> currentHeads,
        List<RevisionInfo> historyHeads,
        List<RevisionInfo> pending,
        List<PartiallyAppliedRevision> partial,
        List<AppliedRevision> unknown,
        Map<String, String> recorded,
        List<BackfillState> backfills,
        RevisionGraph graph) {

    public Status {
        applied = List.copyOf(applied);
        currentHeads = List.copyOf(currentHeads);
        historyHeads = List.copyOf(historyHeads);
        pending = List.copyOf(pending);
        partial = List.copyOf(partial);
        unknown = List.copyOf(unknown);
        recorded = Map.copyOf(recorded);
        backfills = List.copyOf(backfills);
    }

    static Status of(
            RevisionGraph graph,
            DatabaseSession session,
            List<BackfillState> backfills,
            DatabaseState state,
            StepPreparer preparer)
            throws SQLException {
        List<String> applied = session.applied().stream()
                .filter(row -> !row.isPartial())
                .map(AppliedRevision::id)
                .toList();
        List<PartiallyAppliedRevision> partial = new ArrayList<>();
        for (AppliedRevision row : state.partial()) {
            String recorded = session.table().recorded(session.connection(), row.id());
            String target = preparer.canRevert(row) ? state.targetBelow(row) : null;
            partial.add(PartiallyAppliedRevision.of(row, StatementLog.read(recorded), target));
        }
        return new Status(
                session.description(),
                session.applied(),
                state.headsOfRows(),
                graph.heads(),
                graph.all().stream()
                        .filter(revision -> !applied.contains(revision.id()))
                        .toList(),
                partial,
                state.unknown(),
                recorded(session),
                backfills,
                graph);
    }

    private static Map<String, String> recorded(DatabaseSession session) throws SQLException {
        boolean possible = session.applied().stream().anyMatch(row -> row.checksum() == null && !row.isPartial());
        return possible ? session.table().notesOfRecorded(session.connection()) : Map.of();
    }

    /**
     * Returns the ids of the applied revisions of a history that no other one of them needs. Unlike {@link #currentHeads},
     * these do not depend on revisions that the history does not contain.
     */
    public Set<String> knownHeads() {
        return graph.heads(applied.stream()
                .filter(row -> row.counts() && graph.contains(row.id()))
                .map(AppliedRevision::id)
                .toList());
    }

    /** Returns whether every revision of the history is completely applied. */
    public boolean upToDate() {
        return pending.isEmpty();
    }

    /**
     * Returns what completes or reverts the first revision whose upgrade or downgrade stopped midway, as the end of a
     * sentence.
     *
     * @return the advice; empty if no revision is partially applied or partially downgraded
     */
    public Optional<Advice> completion() {
        return partial.stream().findFirst().map(this::completion);
    }

    private Advice completion(PartiallyAppliedRevision stopped) {
        String target = stopped.downgradeTarget();
        String id = stopped.revision().id();
        if (unknown.contains(stopped.revision())) {
            String free = "if no other instance is running it, ";
            return target != null
                    ? Advice.of(free, Advice.command("switch"), " reverts it.")
                    : Advice.of(free + "finish it with the version of the application that contains revision " + id
                            + ". This version does not contain it.");
        }
        if (stopped.revision().state() == AppliedState.DOWNGRADING) {
            return Advice.of(
                    Advice.command("downgrade", Advice.target(target == null ? id + "-1" : target)),
                    " continues where it stopped.");
        }
        Advice finish = Advice.of(Advice.command("upgrade"), " continues where it stopped");
        return target == null
                ? finish.and(". Its statements have no reverse, so a downgrade cannot revert them.")
                : finish.and(", ", Advice.command("downgrade", Advice.target(target)), " reverts it.");
    }

    /**
     * A partially applied revision: an upgrade or a downgrade of it stopped between two statements.
     *
     * @param revision its row in the history table
     * @param statements the number of statements of that upgrade or downgrade
     * @param downgradeTarget the target of the downgrade that reverts the completed statements, or continues reverting them;
     *     null if a completed statement has no reverse. A revision that the history does not contain has a target if its
     *     stored downgrade reverts them, which {@link Retort#planSwitch} plans
     */
    public record PartiallyAppliedRevision(
            AppliedRevision revision,
            int statements,
            @Nullable String downgradeTarget) {

        static PartiallyAppliedRevision of(
                AppliedRevision row, StatementLog recorded, @Nullable String downgradeTarget) {
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
                    + (revision.state() == AppliedState.UPGRADING
                            ? ": partially applied, "
                            : ": partially downgraded, ")
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
}
