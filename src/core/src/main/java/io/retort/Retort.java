package io.retort;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.revision.Direction;
import io.retort.revision.RevisionGraph;
import io.retort.revision.plan.Plan;
import io.retort.revision.plan.Planner;
import io.retort.run.IsolatedRunListener;
import io.retort.run.RunListener;
import io.retort.run.database.Database;
import io.retort.run.database.Session;
import io.retort.run.prepare.Preparation;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.source.History;
import io.retort.run.source.RevisionSource;
import io.retort.run.verify.EditedRevision;
import io.retort.run.verify.Edits;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The front door. Made once from a data source and the places where revisions are found; each method is a command that
 * reads the history afresh and answers what it found or did.
 *
 * <pre>{@code
 * Retort retort = Retort.on(dataSource, List.of(JavaRevisions.of(R1_create_account.class)));
 * RunReport report = retort.upgrade("head");
 * }</pre>
 *
 * <p>Targets are what a person types: see {@link io.retort.revision.target.Target}. Every method throws
 * {@link RetortException} with a sentence about what happened and what to do.
 */
public final class Retort {

    /** What means the head of a history that has one. */
    private static final Set<String> MEANS_ALL = Set.of("head", "heads");

    private final Database database;
    private final Supplier<History> history;
    private final RetortOptions options;
    private final RunListener listener;

    private Retort(DataSource dataSource, Supplier<History> history, RetortOptions options, RunListener listener) {
        this.database = new Database(dataSource, options.table(), options.silenceTimeout());
        this.history = history;
        this.options = options;
        this.listener = listener;
    }

    public static Retort on(DataSource dataSource, List<RevisionSource> sources) {
        List<RevisionSource> kept = List.copyOf(sources);
        return new Retort(dataSource, () -> History.of(kept), RetortOptions.STANDARD, RunListener.SILENT);
    }

    public Retort with(RetortOptions other) {
        return new Retort(database.dataSource(), history, other, listener);
    }

    /** The same, with one more who is told about runs. */
    public Retort with(RunListener other) {
        return new Retort(database.dataSource(), history, options, listener.and(other));
    }

    /** The same in another database, with a history that was read before: for many databases it is read once. */
    public Retort at(DataSource other, History read) {
        return new Retort(other, () -> read, options, listener);
    }

    /** The application's history, read from its sources. */
    public RevisionGraph graph() {
        return history().graph();
    }

    /**
     * The application's history with its code, read from its sources; no migration is loaded yet.
     *
     * @throws io.retort.revision.InvalidHistoryException if it is none; nobody has to reach a database to hear that
     */
    public History history() {
        History read = history.get();
        read.graph();
        return read;
    }

    /** What Retort is set to. */
    public RetortOptions options() {
        return options;
    }

    /** Where the database is. */
    public Status status() {
        History history = history();
        return database.with(session -> {
            Standing standing = standing(history, session);
            standing.refuseUnknown();
            return Status.of(history.graph(), session, standing);
        });
    }

    /** The applied revisions that say something else now than what ran. Loads every applied revision. */
    public List<EditedRevision> edits() {
        History history = history();
        return database.with(session -> edits(history, session).find());
    }

    /** Notes what the edited revisions say now as what ran, so that they do not count as edited; answers which those are. */
    public List<EditedRevision> repair() {
        History history = history();
        return database.with(session -> edits(history, session).accept());
    }

    private static Edits edits(History history, Session session) {
        return new Edits(session, new Preparation(history, session.dialect()));
    }

    /** Runs what the target needs and the database has not. A target that is applied already is nothing to do. */
    public RunReport upgrade(String target) {
        return run(Direction.UP, target);
    }

    /** Takes back what is applied above the target; the target itself stays. */
    public RunReport downgrade(String target) {
        return run(Direction.DOWN, target);
    }

    /**
     * Says that the database is at these targets, without running anything.
     *
     * @param purge true to forget every applied revision first, also those that the history does not know
     */
    public RunReport stamp(List<String> targets, boolean purge) {
        History history = history();
        return run(session -> {
            Standing standing = standing(history, session);
            Set<String> heads = purge ? Set.of() : standing.currentHeads();
            Plan plan = new Planner(history.graph()).stamp(heads, targets, purge);
            if (!purge) {
                standing.refuseBelowUnknown(plan);
            }
            List<PreparedStep> steps = new Stamping(history.graph(), session.applied(), purge).steps(plan.after());
            return new Task(plan, steps.isEmpty(), () -> steps);
        });
    }

    /** What {@link #upgrade} or {@link #downgrade} would send, with nothing sent. */
    public List<PreparedStep> plan(Direction direction, String target) {
        History history = history();
        return database.with(session -> {
            Plan plan = plan(standing(history, session), direction, target);
            return new Steps(new Preparation(history, session.dialect()), session).of(plan);
        });
    }

    /**
     * What would run, as a script in the words of one database. No connection is opened.
     *
     * @param range {@code from:to}; for an upgrade also {@code to}, which starts from the base
     */
    public String script(Direction direction, String range, Dialect dialect) {
        return new Scripts(history(), options.table(), dialect).move(direction, range);
    }

    /**
     * The same as a script that may be run twice, or on a database that has some of its steps: each step asks the table of
     * revisions first. Only for databases with procedural SQL, and for revisions that run inside a transaction.
     *
     * @param range as in {@link #script}
     */
    public String guardedScript(Direction direction, String range, Dialect dialect) {
        return new Scripts(history(), options.table(), dialect).guarded(direction, range);
    }

    /**
     * What {@link #stamp} would note, as a script. No connection is opened.
     *
     * @param targets as for a stamp; one {@code from:to} says where the database is
     */
    public String stampScript(List<String> targets, boolean purge, Dialect dialect) {
        return new Scripts(history(), options.table(), dialect).stamp(targets, purge);
    }

    private RunReport run(Direction direction, String target) {
        History read = history.get();
        if (direction == Direction.UP
                && MEANS_ALL.contains(target)
                && read.outline().isPresent()) {
            return running().run(read.outline().get(), finding(read, direction, target));
        }
        read.graph();
        return run(finding(read, direction, target));
    }

    private Task.Finding finding(History history, Direction direction, String target) {
        return session -> {
            Standing standing = standing(history, session);
            Plan plan = plan(standing, direction, target);
            return new Task(plan, plan.isEmpty() && standing.half().isEmpty(), () -> {
                standing.requireHalfDoneIn(plan);
                return new Steps(new Preparation(history, session.dialect()), session).of(plan);
            });
        };
    }

    private static Plan plan(Standing standing, Direction direction, String target) {
        Planner planner = new Planner(standing.graph());
        Set<String> heads = standing.heads(direction);
        if (direction == Direction.UP) {
            return planner.upgrade(heads, target);
        }
        Plan plan = planner.downgrade(heads, target);
        standing.refuseBelowUnknown(plan);
        return plan;
    }

    private Standing standing(History history, Session session) {
        return new Standing(history.graph(), session.applied(), options.allowNewer());
    }

    private RunReport run(Task.Finding finding) {
        return running().run(finding);
    }

    private Running running() {
        return new Running(database, options, new IsolatedRunListener(listener));
    }
}
