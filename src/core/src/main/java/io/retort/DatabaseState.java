package io.retort;

import io.retort.RetortOptions.AheadPolicy;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseAheadException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.prepare.OlderReleases;
import io.retort.internal.prepare.SquashRecord;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Plan.Step;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares the rows of the history table with the history.
 *
 * @param graph the application's history
 * @param rows the rows of the history table, oldest first
 * @param ahead what to do with rows of revisions that the history does not contain
 * @param older by unknown revision, whether this application can work with the schema
 */
record DatabaseState(RevisionGraph graph, List<AppliedRevision> rows, AheadPolicy ahead, Map<String, String> older) {

    /** The number of revisions that a message lists; more are only counted. */
    private static final int LISTED = 20;

    /** Compares a database with the history. A second query runs only if the database is ahead. */
    static DatabaseState of(DatabaseHistory here, AheadPolicy ahead) {
        RevisionGraph graph = here.history().graph();
        DatabaseSession session = here.session();
        DatabaseState state = new DatabaseState(graph, session.applied(), ahead, Map.of());
        List<AppliedRevision> unknown = state.unknown();
        if (unknown.isEmpty()) {
            return state;
        }
        List<String> ids = unknown.stream().map(AppliedRevision::id).toList();
        return new DatabaseState(
                graph, session.applied(), ahead, session.table().older(session.connection(), ids));
    }

    /**
     * Returns the heads from which a plan starts. For an upgrade, a partially applied revision does not count as
     * applied; for a downgrade it does.
     */
    Set<String> heads(Direction direction) {
        refuseUnknown();
        MissingRevisionCheck.refuse(graph, known(), unknown(), rows);
        return direction == Direction.UP ? heads(row -> row.state() == AppliedState.APPLIED) : heads(row -> true);
    }

    /**
     * Plans an upgrade or a downgrade from the heads of the database.
     *
     * @param target the target of the command
     * @throws RetortException if the target cannot be reached, or the history lacks revisions that are in the way
     */
    Plan plan(Direction direction, String target) {
        Planner planner = new Planner(graph);
        Set<String> heads = heads(direction);
        if (direction == Direction.UP) {
            return planner.upgrade(heads, target);
        }
        Plan plan = planner.downgrade(heads, target);
        refuseBelowUnknown(plan);
        return plan;
    }

    /** Returns the heads of the applied revisions. A partially downgraded revision counts as applied. */
    Set<String> currentHeads() {
        refuseUnknown();
        return heads(AppliedRevision::counts);
    }

    // Loops instead of streams from here on: this runs on every application start, and each lambda costs a class.

    private Set<String> known() {
        Set<String> known = new HashSet<>();
        for (AppliedRevision row : rows) {
            if (graph.contains(row.id())) {
                known.add(row.id());
            }
        }
        return known;
    }

    private Set<String> heads(Predicate<AppliedRevision> counted) {
        List<String> ids = new ArrayList<>();
        for (AppliedRevision row : rows) {
            if (counted.test(row) && graph.contains(row.id())) {
                ids.add(row.id());
            }
        }
        return graph.heads(ids);
    }

    /** Returns the partially applied and partially downgraded revisions. */
    List<AppliedRevision> partial() {
        List<AppliedRevision> partial = new ArrayList<>();
        for (AppliedRevision row : rows) {
            if (row.isPartial()) {
                partial.add(row);
            }
        }
        return partial;
    }

    /** Returns the rows of revisions that the history does not contain, oldest first. */
    List<AppliedRevision> unknown() {
        List<AppliedRevision> unknown = new ArrayList<>();
        for (AppliedRevision row : rows) {
            if (!graph.contains(row.id())) {
                unknown.add(row);
            }
        }
        return unknown;
    }

    /**
     * Returns the heads of all rows, computed from the parents that the rows store. Heads of the history come first.
     */
    List<RevisionInfo> headsOfRows() {
        Set<String> heads = new LinkedHashSet<>(heads(AppliedRevision::counts));
        List<AppliedRevision> unknown = unknown();
        unknown.stream().filter(AppliedRevision::counts).forEach(row -> {
            heads.add(row.id());
            heads.removeAll(row.parents());
        });
        List<RevisionInfo> infos = new ArrayList<>();
        heads.forEach(id -> infos.add(graph.contains(id) ? graph.get(id) : StampPlanner.unknown(row(id))));
        return infos;
    }

    private AppliedRevision row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    /**
     * Refuses a plan that reverts a revision which an unknown applied revision may need. The row of the unknown
     * revision stores its parents but not its other dependencies. So every revision that was applied before it can be
     * one.
     */
    void refuseBelowUnknown(Plan plan) {
        List<AppliedRevision> unknown = unknown();
        if (unknown.isEmpty()) {
            return;
        }
        for (Step step : plan.steps()) {
            if (step.direction() == Direction.DOWN
                    && graph.contains(step.revision().id())) {
                unknown.forEach(row -> refuseBelow(row, step.revision()));
            }
        }
    }

    private void refuseBelow(AppliedRevision unknown, RevisionInfo leaving) {
        boolean follows = graph.ancestors(knownParents(unknown), true).stream()
                .anyMatch(ancestor -> ancestor.id().equals(leaving.id()));
        if (follows || !isAfter(row(leaving.id()), unknown)) {
            throw new RetortException(
                    "Revision " + leaving.describe() + " cannot be reverted: revision " + unknown.describe()
                            + (follows
                                    ? " follows it, is applied, and is"
                                    : " was applied after it, may depend on it, and is")
                            + " not in the history of this application. Nothing was run.",
                    "Run this command with the version of the application that has revision " + unknown.id() + ".");
        }
    }

    private static boolean isAfter(AppliedRevision row, AppliedRevision other) {
        return row.appliedAt() != null
                && other.appliedAt() != null
                && row.appliedAt().isAfter(other.appliedAt());
    }

    /** Returns the nearest ancestors that the history contains, reached through unknown parents. */
    private Set<String> knownParents(AppliedRevision unknown) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(unknown.parents());
        while (!left.isEmpty()) {
            String parent = left.pop();
            if (graph.contains(parent)) {
                found.add(parent);
            } else if (seen.add(parent)) {
                rows.stream().filter(row -> row.id().equals(parent)).forEach(row -> left.addAll(row.parents()));
            }
        }
        return found;
    }

    /**
     * Refuses a plan that leaves out a partially applied revision, because later revisions may rely on its missing
     * part.
     */
    void requirePartialIn(Plan plan, Predicate<AppliedRevision> canRevert) {
        for (AppliedRevision partial : partial()) {
            boolean included =
                    plan.steps().stream().anyMatch(step -> step.revision().id().equals(partial.id()));
            if (!included) {
                throw leftOut(partial, canRevert.test(partial));
            }
        }
    }

    /** Returns the target of a downgrade that ends below a partially applied revision. */
    String targetBelow(AppliedRevision partial) {
        return heads(row -> true).size() == 1 ? "-1" : partial.id() + "-1";
    }

    private RetortException leftOut(AppliedRevision partial, boolean canRevert) {
        boolean up = partial.state() == AppliedState.UPGRADING;
        Advice downgrade = Advice.command("downgrade", Advice.target(targetBelow(partial)));
        Advice finish = Advice.of("Finish it: ", Advice.command("upgrade", Advice.target(partial.id())));
        return new RetortException(
                "Revision " + partial.describe() + " is partially "
                        + (up ? "applied: an upgrade" : "downgraded: a downgrade") + " stopped after "
                        + partial.progress()
                        + " of its statements, and this command does not include it.",
                up
                        ? canRevert ? finish.and(", or revert it: ", downgrade, ".") : finish.and(".")
                        : Advice.of("Finish it: ", downgrade, ". Then upgrade again."));
    }

    /**
     * Refuses a database that is ahead of the application, unless the policy accepts it. A partially applied revision is
     * always refused, and so is a squash that ran, because an upgrade would run the revisions that it replaces.
     */
    void refuseUnknown() {
        List<AppliedRevision> unknown = unknown();
        List<AppliedRevision> partial =
                unknown.stream().filter(AppliedRevision::isPartial).toList();
        if (!partial.isEmpty()) {
            throw partialUnknown(partial);
        }
        for (AppliedRevision row : unknown) {
            if (SquashRecord.isOfRun(older.get(row.id()))) {
                throw squashed(unknown, row);
            }
        }
        if (unknown.isEmpty() || ahead == AheadPolicy.ALLOW) {
            return;
        }
        if (ahead != AheadPolicy.COMPATIBLE) {
            throw ahead(unknown, "");
        }
        for (AppliedRevision row : unknown) {
            String verdict = older.getOrDefault(row.id(), "");
            if (!verdict.equals(OlderReleases.YES)) {
                throw ahead(unknown, incompatible(row, verdict));
            }
        }
    }

    private static String incompatible(AppliedRevision row, String verdict) {
        String reason = verdict.substring(verdict.indexOf(':') + 1).strip();
        return System.lineSeparator()
                + (reason.isEmpty()
                        ? "The history table does not say whether this application can work with revision "
                                + row.describe() + "."
                        : "This application may not work with the schema: revision " + row.describe() + " " + reason
                                + ".");
    }

    private static String ahead(List<AppliedRevision> unknown) {
        return "The database is ahead of this application: it has " + unknown.size()
                + (unknown.size() == 1 ? " revision" : " revisions") + " not found in the application's history:"
                + listed(unknown, DatabaseState::when);
    }

    /** No setting accepts it: the schema may fit, but the rows of the replaced revisions are not there. */
    private RetortException squashed(List<AppliedRevision> unknown, AppliedRevision squash) {
        return new DatabaseAheadException(
                ahead(unknown) + incompatible(squash, older.getOrDefault(squash.id(), "")),
                Advice.of("Run the newer version of the application that contains the squash " + squash.id()
                        + ", or use this version with a database that it has created itself."));
    }

    private static RetortException ahead(List<AppliedRevision> unknown, String end) {
        return new DatabaseAheadException(
                ahead(unknown) + end,
                Advice.of(
                        "Run the newer version of the application that contains them, or revert them before you continue"
                                + " with this version: ",
                        Advice.command("switch"),
                        ". If this version can work with the newer schema, set ",
                        Advice.setting("ahead", "allow"),
                        "."));
    }

    private static RetortException partialUnknown(List<AppliedRevision> partial) {
        AppliedRevision first = partial.get(0);
        boolean up = first.state() == AppliedState.UPGRADING;
        Advice downgrade = Advice.command("downgrade", Advice.target(first.id() + "-1"));
        Advice finish = up
                ? Advice.of(Advice.command("upgrade", Advice.target(first.id())))
                        .and(" to finish it, or ", downgrade, " to revert it, if its statements can be reverted")
                : Advice.of(downgrade).and(" to finish it");
        return new DatabaseAheadException(
                "The database has a partially applied revision that is not in this application's history:"
                        + listed(partial, DatabaseState::progress) + System.lineSeparator()
                        + "Either another instance is running it now, or it has stopped in the middle.",
                Advice.of(
                                "If no other instance is running it, use the version of the application that contains revision "
                                        + first.id() + ": ")
                        .and(finish)
                        .and(". Or revert it with this version, if its downgrade is stored: ", Advice.command("switch"))
                        .and(". If that version no longer exists, revert the applied part by hand, and delete the row"
                                + " of the revision from the history table."));
    }

    private static String listed(List<AppliedRevision> rows, Function<AppliedRevision, String> detail) {
        String lines = rows.stream()
                .limit(LISTED)
                .map(row -> System.lineSeparator() + "  " + row.describe() + detail.apply(row))
                .collect(Collectors.joining());
        return rows.size() <= LISTED
                ? lines
                : lines + System.lineSeparator() + "  and " + (rows.size() - LISTED) + " more";
    }

    private static String progress(AppliedRevision partial) {
        return (partial.state() == AppliedState.UPGRADING ? ", an upgrade after " : ", a downgrade after ")
                + (partial.progress() == 1 ? "1 statement" : partial.progress() + " statements")
                + (partial.appliedAt() == null ? "" : ", begun at " + partial.appliedAt());
    }

    private static String when(AppliedRevision row) {
        return row.appliedAt() == null ? "" : ", applied at " + row.appliedAt();
    }
}
