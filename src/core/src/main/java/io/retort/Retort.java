package io.retort;

import io.retort.RetortOptions.AheadPolicy;
import io.retort.SwitchPlan.LostRows;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.database.MigratedDatabase;
import io.retort.internal.database.Secrets;
import io.retort.internal.database.ServerFacts;
import io.retort.internal.execute.MigrationLock;
import io.retort.internal.history.History;
import io.retort.internal.prepare.ChecksumVerifier;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.prepare.StoredRevisions;
import io.retort.internal.prepare.StoredUndo;
import io.retort.internal.session.JdbcQueries;
import io.retort.internal.sql.SqlSecrets;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Plan.Step;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.Target;
import io.retort.run.AppliedRevision;
import io.retort.run.EditedRevision;
import io.retort.run.OtherSession;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.SaferForms;
import io.retort.run.RunListener;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs schema migrations on one database: the entry point of the Java API.
 *
 * <p>Create an instance from a data source and the sources of the revisions. Each method is one command. It reads the
 * history of revisions again and returns a value; it prints nothing.
 *
 * <pre>{@code
 * Retort retort = Retort.on(dataSource, List.of(Revisions.of(R1_create_account.class)));
 * RunReport report = retort.upgrade("head");
 * }</pre>
 *
 * <p>Targets have the same syntax as on the command line; see {@link io.retort.revision.Target}. Every method
 * can throw a {@link RetortException}, whose message states what failed and what to do next. Instances are immutable;
 * each command takes its connections from the data source and returns them.
 */
public final class Retort {

    private final MigratedDatabase database;
    private final List<RevisionSource> sources;
    private final RetortOptions options;
    private final RunListener listener;

    private Retort(DataSource dataSource, List<RevisionSource> sources, RetortOptions options, RunListener listener) {
        this.database = new MigratedDatabase(dataSource, options.table(), options.silenceTimeout());
        this.sources = List.copyOf(sources);
        this.options = options;
        this.listener = listener;
    }

    /**
     * Creates an instance with standard options and no listener.
     *
     * @param dataSource the database to migrate
     * @param sources where the revisions are found; read again by each command
     */
    public static Retort on(DataSource dataSource, List<RevisionSource> sources) {
        return new Retort(dataSource, sources, RetortOptions.STANDARD, RunListener.SILENT);
    }

    /** Returns a copy that uses other options. */
    public Retort with(RetortOptions other) {
        return new Retort(database.dataSource(), sources, other, listener);
    }

    /** Returns a copy that also notifies this listener about runs. Earlier listeners stay registered. */
    public Retort with(RunListener other) {
        return new Retort(database.dataSource(), sources, options, listener.and(other));
    }

    /** Returns a copy that finds the revisions elsewhere; they are read again by each command. */
    public Retort withSources(List<RevisionSource> others) {
        return new Retort(database.dataSource(), others, options, listener);
    }

    /** Returns a copy for another database. */
    public Retort at(DataSource other) {
        return new Retort(other, sources, options, listener);
    }

    /**
     * Reads the revisions now and returns a copy whose commands use them. Use it to read the history once and migrate many
     * databases:
     *
     * <pre>{@code
     * Retort loaded = retort.loaded();
     * tenants.forEach(tenant -> loaded.at(tenant.dataSource()).upgrade("heads"));
     * }</pre>
     *
     * @throws RetortException if a revision cannot be read
     * @throws io.retort.revision.InvalidHistoryException if the revisions do not form a valid history
     */
    public Retort loaded() {
        return withSources(List.of(history()));
    }

    /** Returns where the revisions are found. */
    public List<RevisionSource> sources() {
        return sources;
    }

    /**
     * Reads the graph of revisions from the sources, without loading migration classes and without a connection.
     *
     * @throws io.retort.revision.InvalidHistoryException if the revisions do not form a valid history
     */
    public RevisionGraph graph() {
        return history().graph();
    }

    private History history() {
        return History.read(sources);
    }

    /** Returns the options. */
    public RetortOptions options() {
        return options;
    }

    /**
     * Compares the history with the history table of the database. Changes nothing.
     *
     * @throws RetortException if the database has revisions that the history does not contain, unless
     *     {@link RetortOptions#ahead} accepts that
     */
    public Status status() {
        History history = history();
        return database.with(session -> {
            DatabaseHistory here = DatabaseHistory.of(history, session);
            DatabaseState state = state(here);
            if (options.ahead() != AheadPolicy.ALLOW) {
                state.refuseUnknown();
            }
            StepPreparer preparer =
                    SwitchPreparation.revertingPartial(here, state).orElseGet(() -> preparer(here, state));
            return Status.of(here.history().graph(), here.session(), states(session), state, preparer);
        });
    }

    /**
     * Returns the sessions that hold the migration lock, which a run holds from its first statement to its last. Changes
     * nothing. Passwords in their statements are masked.
     *
     * @return the sessions, none if no run is in progress; empty if the database does not report them to this user:
     *     SQLite and SQL Server do not, H2 and HSQLDB only to administrators
     */
    public Optional<List<OtherSession>> lockHolders() {
        return database.with(
                session -> lock().holders(session.resolved()).map(holders -> masked(holders, session.dialect())));
    }

    /**
     * Returns the sessions that wait for the migration lock, longest wait first; {@link OtherSession#age} is the time
     * waited. Changes nothing. Passwords in their statements are masked.
     *
     * @return the sessions, none if no run waits; empty if the database does not report them: only PostgreSQL, and MySQL
     *     and MariaDB for sessions that this user can see, do
     */
    public Optional<List<OtherSession>> lockWaiters() {
        return database.with(
                session -> lock().waiting(session.resolved()).map(waiting -> masked(waiting, session.dialect())));
    }

    private MigrationLock lock() {
        return new MigrationLock(database.dataSource(), options.lockTimeout(), wait -> {});
    }

    private static List<OtherSession> masked(List<OtherSession> sessions, Dialect dialect) {
        return sessions.stream().map(session -> masked(session, dialect)).toList();
    }

    private static OtherSession masked(OtherSession holder, Dialect dialect) {
        String statement = holder.statement();
        return statement == null ? holder : holder.with(SqlSecrets.mask(statement, dialect.syntax(), Secrets::mask));
    }

    /**
     * Finds the applied revisions whose migration was edited after it ran, by their checksums. Loads the migration of
     * every applied revision.
     *
     * @return the edited revisions; empty if no applied revision was edited
     */
    public List<EditedRevision> edits() {
        History history = history();
        return database.with(
                session -> edits(DatabaseHistory.of(history, session)).find());
    }

    /**
     * Accepts the edits of applied revisions: stores the present checksum and statements of each in the history table.
     * Runs no migration.
     *
     * @return the revisions that were accepted; empty if there were none
     */
    public List<EditedRevision> repair() {
        History history = history();
        return database.with(
                session -> edits(DatabaseHistory.of(history, session)).accept());
    }

    private static ChecksumVerifier edits(DatabaseHistory here) {
        return new ChecksumVerifier(here.session(), here.preparation());
    }

    /**
     * Applies every revision that the target needs and the database does not have. Does nothing if all of them are
     * applied.
     *
     * @param target for example {@code head}, {@code heads}, a revision id or {@code +1}
     * @throws io.retort.run.MigrationFailedException if a revision fails; later revisions are not started
     */
    public RunReport upgrade(String target) {
        return run(Direction.UP, target);
    }

    /**
     * Reverts the applied revisions above the target. The target itself stays applied.
     *
     * @param target for example {@code base}, a revision id or {@code -1}
     * @throws io.retort.run.MigrationFailedException if a revision fails; later revisions are not started
     */
    public RunReport downgrade(String target) {
        return run(Direction.DOWN, target);
    }

    /**
     * Runs the backfills of applied revisions that are declared with {@code afterStart()}, in the order of the revisions.
     * {@link #upgrade} does this at its end, unless {@link RetortOptions#deferBackfills} is set.
     *
     * <p>Each backfill has its own lock: other sessions can upgrade meanwhile, and no two sessions fill the same rows. A
     * backfill that another session runs, or that is paused, is left out.
     *
     * @return the backfills that are not complete; empty if there are none
     * @throws RetortException if a batch fails; the batches before it are committed
     */
    public List<BackfillState> backfill() {
        return backfill(() -> false);
    }

    /**
     * Runs backfills as {@link #backfill()}, until the application stops.
     *
     * @param stops asked before each batch; true ends the backfill in this session
     */
    public List<BackfillState> backfill(BooleanSupplier stops) {
        History history = history();
        return database.with(session -> {
            if (session.applied().stream().anyMatch(AppliedRevision::isFilling)) {
                new BackfillExecutor(database, options, listener.isolated(), history, stops).runAvailable(session);
            }
            return states(session.with(session.table().read(session.connection())));
        });
    }

    /** Returns the backfills that are not complete, also those that are a part of an upgrade. Changes nothing. */
    public List<BackfillState> backfills() {
        return database.with(Retort::states);
    }

    /**
     * Pauses backfills: the session that runs one stops after its present batch. The pause is stored in the history table, so
     * that it outlasts the process and applies to every instance.
     *
     * @param revision the id of the revision, or its beginning; null for all backfills that are not complete
     * @param reason who pauses it, for messages: {@code by alice}
     * @return the paused backfills
     * @throws RetortException if no backfill is in progress
     */
    public List<BackfillState> pauseBackfills(@Nullable String revision, String reason) {
        return pause(revision, reason);
    }

    /**
     * Lets paused backfills continue. A session that waits continues within a second; otherwise {@link #backfill} runs them.
     *
     * @param revision as for {@link #pauseBackfills}
     * @return the backfills
     * @throws RetortException if no backfill is in progress
     */
    public List<BackfillState> resumeBackfills(@Nullable String revision) {
        return pause(revision, null);
    }

    private List<BackfillState> pause(@Nullable String revision, @Nullable String reason) {
        return database.with(session -> {
            DatabaseSession resolved = session.resolved();
            List<String> ids = BackfillState.chosen(states(resolved), revision).stream()
                    .map(state -> state.revision().id())
                    .toList();
            for (String id : ids) {
                new JdbcQueries(session.connection())
                        .change(resolved.table().notes().pause(id, reason).text());
            }
            return states(resolved).stream()
                    .filter(state -> ids.contains(state.revision().id()))
                    .toList();
        });
    }

    private static List<BackfillState> states(DatabaseSession session) {
        List<String> ids = session.applied().stream()
                .filter(row -> row.inFlight() != null)
                .map(AppliedRevision::id)
                .toList();
        return ids.isEmpty()
                ? List.of()
                : BackfillState.of(session.applied(), session.table().paused(session.connection(), ids));
    }

    /**
     * Sets the history table to these targets without running any migration.
     *
     * @param targets the revisions that become the current heads
     * @param purge true to delete every row of the history table first, also rows of revisions that the history does
     *     not contain
     */
    public RunReport stamp(List<String> targets, boolean purge) {
        History history = history();
        return run(history, session -> {
            DatabaseHistory here = DatabaseHistory.of(history, session);
            RevisionGraph graph = here.history().graph();
            DatabaseState state = state(here);
            Set<String> heads = purge ? Set.of() : state.currentHeads();
            Plan plan = new Planner(graph).stamp(heads, targets, purge);
            if (!purge) {
                state.refuseBelowUnknown(plan);
            }
            List<PreparedStep> steps =
                    here.recordingIn(new StampPlanner(graph, here.session().applied(), purge).steps(plan.after()));
            return new PendingRun(plan, steps.isEmpty(), () -> steps, List.of(), here);
        });
    }

    /**
     * Returns the steps and statements that {@link #upgrade} or {@link #downgrade} would run. Changes nothing (dry
     * run).
     */
    public List<PreparedStep> plan(Direction direction, String target) {
        History history = history();
        return database.with(session -> {
            DatabaseHistory here = DatabaseHistory.of(history, session);
            DatabaseState state = state(here);
            Plan plan = state.plan(direction, target);
            RecordedSteps recorded = recorded(here);
            recorded.refuseReverting(plan, target);
            return here.recordingIn(recorded.in(preparer(here, state).of(plan)));
        });
    }

    /**
     * Judges an upgrade by the lint rules of the product: what it does to a running application. Changes nothing.
     *
     * <pre>{@code
     * List<Finding> findings = retort.lint("heads", null, null);
     * }</pre>
     *
     * @param target the target of the upgrade
     * @param since judges the revisions after this target, applied or not; null for the pending revisions of the database
     * @param sizes the sizes of another database, for which the revisions are judged; null for the connected database.
     *     With {@code since} and sizes, no connection is opened
     * @return the findings, in the order of the operations; empty on a product whose databases are embedded. Without
     *     {@code since} and sizes also empty on a database without an applied revision, because no application uses it
     */
    public List<Finding> lint(String target, @Nullable String since, @Nullable DatabaseSizes sizes) {
        History history = history();
        LintRun run = new LintRun(history);
        if (since != null && sizes != null) {
            return run.between(since, target, sizes);
        }
        return run.on(
                database,
                session -> state(DatabaseHistory.of(history, session)).plan(Direction.UP, target),
                since,
                sizes,
                target);
    }

    /**
     * Returns the forms of the operations of an upgrade that avoid findings of {@link #lint(String, String, DatabaseSizes)}.
     * Changes nothing.
     *
     * @param target as for {@code lint}
     * @param since as for {@code lint}
     * @param sizes as for {@code lint}
     * @return the revisions of the upgrade with their operations, in order; empty where {@code lint} judges nothing
     */
    public List<SaferForms> saferForms(String target, @Nullable String since, @Nullable DatabaseSizes sizes) {
        History history = history();
        LintRun run = new LintRun(history);
        if (since != null && sizes != null) {
            return run.saferBetween(since, target, sizes);
        }
        return run.saferOn(
                database,
                session -> state(DatabaseHistory.of(history, session)).plan(Direction.UP, target),
                since,
                sizes,
                target);
    }

    /**
     * Judges a revision that is not a part of the history yet.
     *
     * @param revision the revision
     * @param operations the operations of its upgrade
     * @param sizes the sizes of another database, for which it is judged; no connection is then opened. Null for the
     *     connected database
     * @return as for {@link #lint(String, String, DatabaseSizes)}
     */
    public List<Finding> lint(RevisionInfo revision, List<Operation> operations, @Nullable DatabaseSizes sizes) {
        return new LintRun(history()).proposed(database, revision, operations, sizes);
    }

    /**
     * Returns operations that make the same changes without blocking a running application, on tables that have rows and as
     * far as the product can: {@code .concurrently()} in a revision file. A revision with such an operation should not be
     * transactional. Changes nothing.
     *
     * @param operations the operations of an upgrade that is not a part of the history yet
     * @param sizes the sizes of another database, for which they are chosen; no connection is then opened. Null for the
     *     connected database
     * @return the operations; equal ones if the product has no such form, or no table has rows. Without sizes also if the
     *     database has no applied revision, because no application uses it
     */
    public List<Operation> concurrently(List<Operation> operations, @Nullable DatabaseSizes sizes) {
        return new LintRun(history()).concurrently(database, operations, sizes);
    }

    /**
     * Reads the approximate sizes of the tables from the catalog of the database. A table that
     * is empty according to the catalog is queried for one row.
     *
     * @return the sizes; without tables on a product whose databases are embedded
     */
    public DatabaseSizes sizes() {
        return database.with(ServerFacts::sizes);
    }

    /**
     * Counts the rows and values that {@link #downgrade} deletes or overwrites. Changes nothing.
     *
     * @param target as for {@link #downgrade}
     * @return the tables and columns in the order of the downgrade, also those without a row or value, and the SQL and code
     *     whose effect is not known
     */
    public List<SwitchPlan.LostRows> lostBy(String target) {
        History history = history();
        return database.with(session -> {
            DatabaseHistory here = DatabaseHistory.of(history, session);
            DatabaseState state = state(here);
            Plan plan = state.plan(Direction.DOWN, target);
            recorded(here).refuseReverting(plan, target);
            LostRowCounter counter = new LostRowCounter(session);
            return preparer(here, state).of(plan).stream()
                    .flatMap(step -> counter.of(step, here.preparation()).stream())
                    .toList();
        });
    }

    /**
     * Finds the downgrade of what ran, for a revision that was edited after it ran. Changes nothing.
     *
     * @param revision the id of a revision of the history
     * @return empty if the revision is not or only partially applied, or if its row stores no downgrade that can run on
     *     this database
     */
    public Optional<StoredReversal> storedReversal(String revision) {
        History history = history();
        return database.with(session -> {
            List<AppliedRevision> rows = session.applied().stream()
                    .filter(row -> row.id().equals(revision) && !row.isPartial())
                    .toList();
            StoredRevisions stored = new StoredRevisions(
                    rows,
                    session.table().undo(session.connection(), List.of(revision)),
                    session.dialect().name());
            Optional<StoredUndo> undo = stored.undo(revision);
            if (undo.isEmpty()) {
                return Optional.empty();
            }
            History asRun = history.reverting(revision, stored);
            PreparedStep step = new StepPreparation(asRun, session.dialect())
                    .prepare(new Step(asRun.graph().get(revision), Direction.DOWN));
            return Optional.of(
                    new StoredReversal(withSources(List.of(asRun)), new LostRowCounter(session).of(step, undo.get())));
        });
    }

    /**
     * Returns the SQL script of an upgrade or downgrade. Opens no connection.
     *
     * @param range {@code from:to}; for an upgrade also {@code to} alone, which starts from the base
     * @param dialect the product that the script is for, for example {@code Dialects.named("postgresql")}
     */
    public String script(Direction direction, String range, Dialect dialect) {
        return new Scripts(history(), options.table(), dialect).move(direction, range);
    }

    /**
     * Returns an SQL script of an upgrade or downgrade that can run more than once. Each step first checks in the
     * history table whether it is needed, so the script also suits databases that already have some of the revisions.
     *
     * @param range as in {@link #script}
     * @throws RetortException if the product has no procedural SQL, or if a revision runs outside a transaction
     */
    public String guardedScript(Direction direction, String range, Dialect dialect) {
        return new Scripts(history(), options.table(), dialect).guarded(direction, range);
    }

    /**
     * Returns the SQL script of a {@link #stamp}. Opens no connection.
     *
     * @param targets as for {@link #stamp}; a single {@code from:to} also gives the revision that the database is at
     */
    public String stampScript(List<String> targets, boolean purge, Dialect dialect) {
        return new Scripts(history(), options.table(), dialect).stamp(targets, purge);
    }

    private RunReport run(Direction direction, String target) {
        History read = History.of(sources);
        if (direction == Direction.UP
                && Target.parse(target).isWholeHistory()
                && read.summary().isPresent()) {
            return executor(read)
                    .executeUnlessUpToDate(
                            read.summary().get(), new TargetPlanning(read, options, listener, direction, target));
        }
        return run(read.validated(), new TargetPlanning(read, options, listener, direction, target));
    }

    private RecordedSteps recorded(DatabaseHistory here) {
        return new RecordedSteps(here.history(), here.session(), options.existing());
    }

    /**
     * Plans a switch, for a database with revisions that the history does not contain: reverts them, newest first, with
     * their stored downgrades, and upgrades to all heads. Counts the rows that are lost. Changes nothing.
     *
     * @param elsewhere finds a revision whose downgrade is not stored, by its row
     * @throws RetortException if a revision cannot be reverted
     */
    public SwitchPlan planSwitch(Function<AppliedRevision, Optional<RevisionCode>> elsewhere) {
        History history = history();
        return database.with(session -> switching(history, session, elsewhere).shown());
    }

    /**
     * Runs a switch.
     *
     * @param shown the plan that was confirmed
     * @param elsewhere as for {@link #planSwitch}
     * @throws RetortException if the plan has changed since; nothing was run
     * @throws io.retort.run.MigrationFailedException if a revision fails; later revisions are not started
     */
    public RunReport runSwitch(SwitchPlan shown, Function<AppliedRevision, Optional<RevisionCode>> elsewhere) {
        History history = history();
        return run(history, session -> {
            PendingRun pending =
                    switching(history, session, elsewhere).pending().filling(!options.deferBackfills());
            List<Step> planned = shown.steps().stream().map(PreparedStep::step).toList();
            if (!pending.isDone() && !planned.equals(pending.plan().steps())) {
                throw new RetortException(
                        "The database has changed since the plan of the switch was made. Nothing was run.",
                        Advice.of("Look at the new plan: ", Advice.command("switch", Advice.option("plan")), "."));
            }
            return pending;
        });
    }

    private SwitchPreparation switching(
            History history, DatabaseSession session, Function<AppliedRevision, Optional<RevisionCode>> elsewhere) {
        DatabaseHistory here = DatabaseHistory.of(history, session);
        return new SwitchPreparation(here, elsewhere, recorded(here), options.keepUndo());
    }

    private static StepPreparer preparer(DatabaseHistory here, DatabaseState state) {
        return new StepPreparer(here.preparation(), here.session(), state);
    }

    private DatabaseState state(DatabaseHistory here) {
        return DatabaseState.of(here, options.ahead());
    }

    private RunReport run(History read, PendingRun.Planning planning) {
        return executor(read).execute(planning);
    }

    private MigrationExecutor executor(History read) {
        return new MigrationExecutor(database, options, listener.isolated(), read);
    }

    /**
     * How to revert a revision that was edited after it ran: with the downgrade that the history table stores, which is that
     * of what ran.
     */
    public static final class StoredReversal {

        private final Retort retort;
        private final List<LostRows> lost;

        private StoredReversal(Retort retort, List<LostRows> lost) {
            this.retort = retort;
            this.lost = List.copyOf(lost);
        }

        /** Returns a Retort that reverts the revision with its stored downgrade; never null. */
        public Retort retort() {
            return retort;
        }

        /** Returns what that downgrade loses, also tables and columns without a row or value; never null. */
        public List<LostRows> lost() {
            return lost;
        }
    }
}
