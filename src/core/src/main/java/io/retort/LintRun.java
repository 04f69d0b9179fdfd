package io.retort;

import io.retort.RetortOptions.OnlineCheck;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.database.MigratedDatabase;
import io.retort.internal.database.ServerFacts;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.lint.ConcurrentForms;
import io.retort.internal.lint.FindingGroups;
import io.retort.internal.lint.Linter;
import io.retort.internal.lint.SaferFormSearch;
import io.retort.internal.lint.Server;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.state.HistorySchema;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.lint.Finding.Level;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Plan.Step;
import io.retort.revision.Planner;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.run.PreparedStep.SaferForms;
import io.retort.schema.Snapshot;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges upgrades, on the connected database or without one. */
final class LintRun {

    private final History history;

    LintRun(History history) {
        this.history = history;
    }

    /** Judges the upgrade from one target to another for a server that is not connected. */
    List<Finding> between(String since, String target, DatabaseSizes sizes) {
        return between(since, target, server(sizes));
    }

    /** Judges the upgrade from one target to another, or the pending revisions, for the server of a database. */
    List<Finding> on(
            MigratedDatabase database,
            PendingPlan pending,
            @Nullable String since,
            @Nullable DatabaseSizes sizes,
            String target) {
        return database.with(session -> {
            Server server = sizes == null ? ServerFacts.of(session) : server(sizes);
            if (since != null) {
                return between(since, target, server);
            }
            if (sizes == null && session.appliedIds().isEmpty()) {
                return List.of();
            }
            Plan plan = pending.in(session);
            return lint(prepared(plan, server.dialect()), applied(session), filling(session, server.dialect()), server);
        });
    }

    /** Returns the forms that avoid findings about the upgrade from one target to another, without a connection. */
    List<SaferForms> saferBetween(String since, String target, DatabaseSizes sizes) {
        return saferBetween(since, target, server(sizes), Set.of());
    }

    /** Returns the forms that avoid the findings of {@link #on}. */
    List<SaferForms> saferOn(
            MigratedDatabase database,
            PendingPlan pending,
            @Nullable String since,
            @Nullable DatabaseSizes sizes,
            String target) {
        return database.with(session -> {
            Server server = sizes == null ? ServerFacts.of(session) : server(sizes);
            Set<String> begun =
                    session.applied().stream().map(AppliedRevision::id).collect(Collectors.toSet());
            if (since != null) {
                return saferBetween(since, target, server, begun);
            }
            if (sizes == null && session.appliedIds().isEmpty()) {
                return List.of();
            }
            return safer(prepared(pending.in(session), server.dialect()), applied(session), server, begun);
        });
    }

    private List<SaferForms> saferBetween(String since, String target, Server server, Set<String> begun) {
        Planner planner = new Planner(history.graph());
        Plan before = planner.upgradeBefore(since);
        Plan plan = planner.upgrade(before.after(), target);
        List<RevisionInfo> applied =
                before.steps().stream().map(step -> step.revision()).toList();
        return safer(prepared(plan, server.dialect()), applied, server, begun);
    }

    private List<SaferForms> safer(
            List<PreparedStep> steps, Collection<RevisionInfo> applied, Server server, Set<String> begun) {
        if (!server.hasRules()) {
            return List.of();
        }
        return new SaferFormSearch(server, () -> schema(applied, server.dialect()))
                .of(
                        steps,
                        step -> begun.contains(step.revision().id()),
                        step -> downgrade(step.revision(), server.dialect()));
    }

    /** A revision without a downgrade can be rewritten, too. */
    private Optional<PreparedStep> downgrade(RevisionInfo revision, Dialect dialect) {
        try {
            return Optional.of(new StepPreparation(history, dialect).prepare(new Step(revision, Direction.DOWN)));
        } catch (RetortException none) {
            return Optional.empty();
        }
    }

    /** Judges a revision that is not a part of the history yet. It follows all revisions, or the applied ones. */
    List<Finding> proposed(
            MigratedDatabase database,
            RevisionInfo revision,
            List<Operation> operations,
            @Nullable DatabaseSizes sizes) {
        if (sizes != null) {
            Server server = server(sizes);
            return lint(
                    List.of(step(revision, operations, server.dialect())),
                    history.graph().all(),
                    server);
        }
        return database.with(session -> {
            Dialect dialect = session.dialect();
            boolean judged = LintRules.of(dialect) != LintRules.NONE
                    && !session.appliedIds().isEmpty();
            return judged
                    ? lint(List.of(step(revision, operations, dialect)), applied(session), ServerFacts.of(session))
                    : List.of();
        });
    }

    /**
     * Returns the operations of a revision that is not a part of the history yet, in the forms that do not block other
     * sessions. Without an applied revision, no application uses the database.
     */
    List<Operation> concurrently(MigratedDatabase database, List<Operation> operations, @Nullable DatabaseSizes sizes) {
        if (sizes != null) {
            Server server = server(sizes);
            return new ConcurrentForms(server, () -> schema(history.graph().all(), server.dialect())).of(operations);
        }
        return database.with(session -> {
            boolean used = LintRules.of(session.dialect()) != LintRules.NONE
                    && !session.appliedIds().isEmpty();
            return used
                    ? new ConcurrentForms(server(session), () -> schema(applied(session), session.dialect()))
                            .of(operations)
                    : operations;
        });
    }

    private static PreparedStep step(RevisionInfo revision, List<Operation> operations, Dialect dialect) {
        List<PreparedOperation> prepared = operations.stream()
                .map(operation -> new PreparedOperation(operation, operation.sql(dialect.ddl()), dialect.syntax()))
                .toList();
        return new PreparedStep(new Step(revision, Direction.UP), prepared, null);
    }

    /** Finds the pending revisions of a database. */
    @FunctionalInterface
    interface PendingPlan {
        Plan in(DatabaseSession session) throws SQLException;
    }

    private List<Finding> between(String since, String target, Server server) {
        Planner planner = new Planner(history.graph());
        Plan before = planner.upgradeBefore(since);
        Plan plan = planner.upgrade(before.after(), target);
        List<RevisionInfo> applied =
                before.steps().stream().map(step -> step.revision()).toList();
        return lint(prepared(plan, server.dialect()), applied, server);
    }

    private List<PreparedStep> prepared(Plan plan, Dialect dialect) {
        return new StepPreparation(history, dialect).prepare(plan);
    }

    /** Returns the applied revisions of a database that the history contains. */
    List<RevisionInfo> applied(DatabaseSession session) {
        Set<String> ids = Set.copyOf(session.appliedIds());
        return history.graph().all().stream()
                .filter(revision -> ids.contains(revision.id()))
                .toList();
    }

    /** Judges prepared steps. */
    List<Finding> lint(List<PreparedStep> steps, Collection<RevisionInfo> applied, Server server) {
        return lint(steps, applied, List.of(), server);
    }

    private List<Finding> lint(
            List<PreparedStep> steps, Collection<RevisionInfo> applied, List<PreparedStep> filling, Server server) {
        return new Linter(server, () -> schema(applied, server.dialect()), filling).lint(steps);
    }

    /** The applied revisions whose backfills after the start are not complete, as far as the history contains them. */
    private List<PreparedStep> filling(DatabaseSession session, Dialect dialect) {
        StepPreparation preparation = new StepPreparation(history, dialect);
        return session.applied().stream()
                .filter(row -> row.isFilling() && history.graph().contains(row.id()))
                .map(row -> preparation.prepare(new Step(history.graph().get(row.id()), Direction.UP)))
                .toList();
    }

    /**
     * Reports the findings about the steps of a run. A database without an applied revision has no application that
     * could be disturbed.
     *
     * @throws RetortException if a finding is an error and errors are to be refused
     */
    void beforeRun(List<PreparedStep> steps, DatabaseSession session, OnlineCheck online, Consumer<String> warning) {
        boolean judged = LintRules.of(session.dialect()) != LintRules.NONE
                && !session.appliedIds().isEmpty()
                && steps.stream().anyMatch(PreparedStep::isUpgrade);
        if (!judged) {
            return;
        }
        List<Finding> findings = lint(steps, applied(session), filling(session, session.dialect()), server(session));
        List<Finding> serious = findings.stream()
                .filter(finding -> finding.level() != Level.INFO)
                .toList();
        FindingGroups.of(serious).forEach(group -> warning.accept(String.join("\n", group)));
        if (online == OnlineCheck.ENFORCE && serious.stream().anyMatch(Finding::isError)) {
            throw refusal(serious.stream().filter(Finding::isError).toList());
        }
    }

    private static Server server(DatabaseSizes sizes) {
        String product = sizes.product();
        if (Dialects.names().stream().noneMatch(product::equalsIgnoreCase)) {
            throw new RetortException(
                    "Cannot judge revisions for \"" + product + "\": no supported product has this name.",
                    Advice.of("The products are " + String.join(", ", Dialects.names()) + "."),
                    ExitStatus.USAGE);
        }
        return ServerFacts.of(sizes, Dialects.named(product));
    }

    private static Server server(DatabaseSession session) {
        try {
            return ServerFacts.of(session);
        } catch (SQLException e) {
            PrintableLog.of(LintRun.class).debug("The sizes of the tables are unknown", e);
            return ServerFacts.of(DatabaseSizes.unknown(session.dialect().name()), session.dialect());
        }
    }

    private static RetortException refusal(List<Finding> errors) {
        Finding first = errors.get(0);
        String others = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return new RetortException(
                "Lint rules refuse the upgrade: " + first.place() + ": " + first.change() + " violates the rule "
                        + first.rule() + others + ". Nothing was run.",
                Advice.of(
                        "Use the safer form that the finding shows, or accept it with a reason: ",
                        first.waiver(),
                        " ",
                        Advice.command("lint"),
                        " shows all findings, and ",
                        Advice.setting("online", "warn"),
                        " runs nevertheless."),
                ExitStatus.LINT,
                null);
    }

    /** Rules work without the schema before the steps, but find less. */
    private Snapshot schema(Collection<RevisionInfo> applied, Dialect dialect) {
        try {
            return HistorySchema.of(history, applied, dialect).snapshot();
        } catch (RetortException e) {
            PrintableLog.of(LintRun.class).debug("The schema before the pending revisions is unknown", e);
            return Snapshot.EMPTY;
        }
    }
}
