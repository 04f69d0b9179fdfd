package io.retort;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.database.HistoryTableRows;
import io.retort.internal.history.History;
import io.retort.internal.prepare.SquashRecord;
import io.retort.internal.prepare.StepPreparation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.revision.SquashResolution;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The history as it applies to one database. If the database has all revisions that a squash replaces, the squash
 * counts as applied. If it has some of them, they apply instead of the squash.
 */
final class DatabaseHistory {

    /** The number of revisions that a message lists. */
    private static final int LISTED = 5;

    private final History history;
    private final DatabaseSession session;
    private final List<RevisionInfo> unrecorded;

    /**
     * @param history the revisions that apply
     * @param session the database, without the rows of revisions that a squash replaces
     * @param unrecorded the squashes that count as applied and have no row yet
     */
    DatabaseHistory(History history, DatabaseSession session, List<RevisionInfo> unrecorded) {
        this.history = history;
        this.session = session;
        this.unrecorded = unrecorded;
    }

    History history() {
        return history;
    }

    DatabaseSession session() {
        return session;
    }

    List<RevisionInfo> unrecorded() {
        return unrecorded;
    }

    /**
     * Resolves the squashes of a history.
     *
     * @throws RetortException if the database has some revisions that a squash replaces, and the application lacks the
     *     others
     */
    static DatabaseHistory of(History history, DatabaseSession session) {
        if (!history.hasSquashes()) {
            return new DatabaseHistory(history, session, List.of());
        }
        Set<String> rows = new HashSet<>();
        Set<String> applied = new HashSet<>();
        for (AppliedRevision row : session.applied()) {
            rows.add(row.id());
            if (!row.isPartial()) {
                applied.add(row.id());
            }
        }
        SquashResolution resolution = history.resolution(rows, applied);
        for (RevisionInfo squash : resolution.incomplete()) {
            throw incomplete(squash, resolution.idsOf(squash), session.applied());
        }
        return resolved(history.in(resolution), session, resolution);
    }

    private static DatabaseHistory resolved(History history, DatabaseSession session, SquashResolution resolution) {
        Set<String> replaced = new HashSet<>();
        resolution.squashes().forEach(squash -> replaced.addAll(resolution.idsOf(squash)));
        List<AppliedRevision> kept = new ArrayList<>();
        Set<String> rows = new HashSet<>();
        for (AppliedRevision row : session.applied()) {
            rows.add(row.id());
            if (!replaced.contains(row.id())) {
                kept.add(row);
            }
        }
        List<RevisionInfo> unrecorded = new ArrayList<>();
        for (RevisionInfo declared : resolution.squashes()) {
            RevisionInfo squash = history.graph().get(declared.id());
            Set<String> ids = resolution.idsOf(squash);
            if (!rows.contains(squash.id()) && ids.stream().anyMatch(rows::contains)) {
                unrecorded.add(squash);
                kept.add(place(kept, session.applied(), ids), row(squash, session.applied(), ids));
            }
        }
        HistoryTableRows shown =
                new HistoryTableRows(session.rows().hasTable(), session.rows().isExtended(), kept);
        return new DatabaseHistory(history, session.with(shown), unrecorded);
    }

    /** The row that the squash will have, at the time when the last revision that it replaces was applied. */
    private static AppliedRevision row(RevisionInfo squash, List<AppliedRevision> rows, Set<String> ids) {
        AppliedRevision last = last(rows, ids);
        return new AppliedRevision(
                squash.id(),
                squash.parents(),
                squash.message(),
                null,
                AppliedState.APPLIED,
                0,
                null,
                last.appliedAt(),
                last.appliedBy(),
                Duration.ZERO);
    }

    private static AppliedRevision last(List<AppliedRevision> rows, Set<String> ids) {
        return rows.stream()
                .filter(row -> ids.contains(row.id()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static int place(List<AppliedRevision> kept, List<AppliedRevision> rows, Set<String> ids) {
        int last = rows.indexOf(last(rows, ids));
        return (int) kept.stream().filter(row -> rows.indexOf(row) < last).count();
    }

    /** Returns the target of an upgrade: a revision that an applied squash replaces is applied with it. */
    String meant(String target) {
        return history.graph().all().stream()
                .filter(revision -> revision.replacedIds().contains(target))
                .map(RevisionInfo::id)
                .filter(id ->
                        session.applied().stream().anyMatch(row -> row.id().equals(id) && !row.isPartial()))
                .findFirst()
                .orElse(target);
    }

    /** Returns the preparation of steps for this database. */
    StepPreparation preparation() {
        return new StepPreparation(history, session.dialect());
    }

    /** Returns these steps after those that record the squashes which count as applied. */
    List<PreparedStep> recordingIn(List<PreparedStep> steps) {
        if (unrecorded.isEmpty()) {
            return steps;
        }
        List<PreparedStep> all = new ArrayList<>();
        unrecorded.forEach(squash -> all.add(SquashRecord.of(new Step(squash, Direction.UP))));
        all.addAll(steps);
        return all;
    }

    private static RetortException incomplete(RevisionInfo squash, Set<String> ids, List<AppliedRevision> rows) {
        List<AppliedRevision> stopped = stoppedAt(ids, rows);
        Set<String> has = rows.stream().map(AppliedRevision::id).collect(Collectors.toSet());
        List<String> missing = ids.stream().filter(id -> !has.contains(id)).toList();
        String at = stopped.stream().map(AppliedRevision::describe).collect(Collectors.joining(", "));
        return new RetortException(
                "The database stopped at revision " + at + ". The squash " + squash.describe() + " in "
                        + squash.location() + " replaces " + ids.size() + " revisions, and this application no longer"
                        + " has their files. The database lacks " + missing.size() + " of them: "
                        + missing.stream().limit(LISTED).collect(Collectors.joining(", "))
                        + (missing.size() <= LISTED ? "" : " and " + (missing.size() - LISTED) + " more")
                        + ". Nothing was run.",
                Advice.of(
                        "Upgrade this database once with the last release that contains the revision files"
                                + (squash.created() == null
                                        ? ""
                                        : ", built before " + squash.created() + " or soon after")
                                + ": ",
                        Advice.command("upgrade"),
                        ". Then run this release again."));
    }

    /** The replaced revisions that have a row, and that no other row follows; partially applied ones first. */
    private static List<AppliedRevision> stoppedAt(Set<String> ids, List<AppliedRevision> rows) {
        List<AppliedRevision> replaced =
                rows.stream().filter(row -> ids.contains(row.id())).toList();
        Set<String> followed =
                replaced.stream().flatMap(row -> row.parents().stream()).collect(Collectors.toSet());
        List<AppliedRevision> last =
                replaced.stream().filter(row -> !followed.contains(row.id())).toList();
        return last.isEmpty() ? replaced : last;
    }
}
