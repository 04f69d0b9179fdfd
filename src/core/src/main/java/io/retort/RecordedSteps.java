package io.retort;

import io.retort.RetortOptions.ExistingDatabase;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.adopt.Adoption;
import io.retort.internal.adopt.LiveSchema;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.execute.MigrationLock;
import io.retort.internal.history.History;
import io.retort.internal.prepare.SquashRecord;
import io.retort.internal.state.HistorySchema;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Plan.Step;
import io.retort.revision.Planner;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import io.retort.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the steps that are recorded as applied without being run, because the database already has what they create:
 * an adopted base, and the revisions up to a baseline.
 */
final class RecordedSteps {

    /** A stamped base that adopts a database describes objects that were there before. */
    private static final String STAMPED = "stamped";

    private static final String BASELINE = "baseline ";

    private final History history;
    private final DatabaseSession session;
    private final ExistingDatabase existing;

    /**
     * @param history the revisions
     * @param session the database
     * @param existing how to treat a database with tables
     */
    RecordedSteps(History history, DatabaseSession session, ExistingDatabase existing) {
        this.history = history;
        this.session = session;
        this.existing = existing;
    }

    /**
     * Replaces the steps to record by steps that only insert a row.
     *
     * @throws RetortException if a base adopts a database, and this database is neither empty nor that one
     */
    List<PreparedStep> in(List<PreparedStep> steps) {
        Set<String> baseline = baseline(steps);
        List<PreparedStep> all = new ArrayList<>(steps.size());
        for (PreparedStep step : steps) {
            all.add(
                    baseline.contains(step.revision().id())
                            ? PreparedStep.recorded(step.step(), note(existing.baseline()))
                            : adopted(step)
                                    .map(note -> PreparedStep.recorded(step.step(), note))
                                    .orElse(step));
        }
        return all;
    }

    /** Returns a warning if steps are recorded because of a baseline, which verifies nothing. */
    static Optional<String> warning(List<PreparedStep> steps) {
        List<PreparedStep> unverified = steps.stream()
                .filter(step -> step.reason() != null && step.reason().startsWith(BASELINE))
                .toList();
        return unverified.isEmpty()
                ? Optional.empty()
                : Optional.of("The database has tables and no applied revision. The baseline records "
                        + (unverified.size() == 1 ? "1 revision" : unverified.size() + " revisions")
                        + " as applied, up to "
                        + unverified.get(unverified.size() - 1).revision().describe()
                        + ". Nothing was verified: a table that is missing stays missing.");
    }

    /** A partially applied base has a row, so it continues. */
    private Optional<String> adopted(PreparedStep step) {
        RevisionInfo revision = step.revision();
        if (!step.isUpgrade() || revision.adopts() == null || hasRow(revision)) {
            return Optional.empty();
        }
        return new Adoption(session.connection(), session.dialect(), existing.histories())
                .decide(revision, revision.adopts(), HistorySchema.of(history, List.of(revision), session.dialect()));
    }

    private boolean hasRow(RevisionInfo revision) {
        return session.applied().stream().anyMatch(row -> row.id().equals(revision.id()));
    }

    private Set<String> baseline(List<PreparedStep> steps) {
        String target = existing.baseline();
        if (target == null || !isUpgrade(steps) || !isFirst(target) || isEmpty()) {
            return Set.of();
        }
        return new Planner(history.graph())
                .upgrade(Set.of(), target).steps().stream()
                        .map(step -> step.revision().id())
                        .collect(Collectors.toSet());
    }

    private static String note(@Nullable String target) {
        return BASELINE + target + ", not verified";
    }

    /** A target below the baseline, or a revision that is deferred, lets an upgrade record only some of the revisions. */
    private boolean isFirst(String target) {
        if (session.applied().stream().anyMatch(row -> row.checksum() != null || row.isPartial())) {
            return false;
        }
        Map<String, String> notes = session.applied().isEmpty() ? Map.of() : notes();
        return session.applied().stream().allMatch(row -> note(target).equals(notes.get(row.id())));
    }

    private static boolean isUpgrade(List<PreparedStep> steps) {
        return !steps.isEmpty() && steps.get(0).isUpgrade();
    }

    /** Retort's own tables do not count. */
    private boolean isEmpty() {
        QualifiedName table = session.table().address();
        Set<String> own = new HashSet<>(Set.of(stored(table)));
        MigrationLock.lockTables(table).forEach(lock -> own.add(stored(lock)));
        Set<@Nullable String> current = new HashSet<>();
        current.add(null);
        try {
            return LiveSchema.read(session.connection(), session.dialect(), current).tables().stream()
                    .map(this::stored)
                    .allMatch(own::contains);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read whether this database has tables: " + e.getMessage(),
                    "Correct what the database reports, then run this again.",
                    e);
        }
    }

    private String stored(QualifiedName name) {
        return session.dialect().identifiers().stored(name.name());
    }

    /**
     * Refuses a downgrade that reverts a recorded revision, because it would drop objects that Retort did not create.
     *
     * @throws RetortException unless the user has permitted it
     */
    void refuseReverting(Plan plan, @Nullable String target) {
        List<Step> stamped = plan.steps().stream().filter(this::revertsStamp).toList();
        if (existing.revertRecorded() || stamped.isEmpty()) {
            return;
        }
        Map<String, String> notes = notes();
        for (Step step : stamped) {
            String note = note(step.revision(), notes);
            if (note != null || step.revision().adopts() != null) {
                throw reverting(step.revision(), note == null ? STAMPED : note, target);
            }
        }
    }

    /**
     * The revisions that a recorded squash replaces decide. An application that only has these drops nothing with it but
     * its row.
     */
    private static @Nullable String note(RevisionInfo revision, Map<String, String> notes) {
        List<String> deciding = revision.isSquash() ? revision.replacedIds() : List.of(revision.id());
        return deciding.stream()
                .map(notes::get)
                .filter(Objects::nonNull)
                .filter(note -> !SquashRecord.isNote(note))
                .findFirst()
                .orElse(null);
    }

    private boolean revertsStamp(Step step) {
        return step.direction() == Direction.DOWN
                && session.applied().stream()
                        .anyMatch(row -> row.checksum() == null
                                && row.id().equals(step.revision().id()));
    }

    private static RetortException reverting(RevisionInfo revision, String note, @Nullable String target) {
        String below = target == null ? revision.id() + "-1" : target;
        return new RetortException(
                "Revision " + revision.describe() + " was recorded without being run (" + note
                        + "). Reverting it would drop objects that Retort did not create. Nothing was run.",
                Advice.of(
                        "Name a target that keeps it. To revert it all the same: ",
                        Advice.command("downgrade", Advice.option("revert-recorded"), Advice.target(below)),
                        "."));
    }

    private Map<String, String> notes() {
        try {
            return session.table().notesOfRecorded(session.connection());
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read which revisions were recorded without being run: " + e.getMessage(),
                    "Check the privileges on the history table.",
                    e);
        }
    }
}
