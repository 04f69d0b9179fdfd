package io.retort.internal.execute;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.FailureCause;
import io.retort.internal.journal.JournalMode;
import io.retort.internal.prepare.StoredRevisions;
import io.retort.internal.text.HumanDuration;
import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import io.retort.run.FailureOutcome;
import io.retort.run.LockTimeoutException;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the advice of an error message by the cause of the failure. Not every failure is corrected in the revision
 * file.
 *
 * @param dialect interprets the error codes
 * @param user the connected user; null if the database does not report one
 * @param first whether no revision was applied before the run
 * @param statementTimeout Retort's own limit for the duration of a statement; zero for no limit
 * @param downgradeTarget the target of a command that continues a failed downgrade; empty for an upgrade
 */
public record FailureAdvice(
        Dialect dialect, @Nullable String user, boolean first, Duration statementTimeout, String downgradeTarget) {

    Advice advice(Progress progress, FailureOutcome outcome, Throwable cause) {
        Advice run = Advice.of("run it again: ", command(progress.step()));
        Advice todo = todo(progress, outcome, cause, run);
        return outcome.kind() == FailureOutcome.Kind.JOURNALED && outcome.done() > 0
                ? todo.and(", which continues with statement " + (outcome.done() + 1)
                        + ". Do not edit the statements before it.")
                : todo.and(".");
    }

    private Advice command(PreparedStep step) {
        if (isStored(step)) {
            return Advice.command("switch");
        }
        return step.isUpgrade()
                ? Advice.command("upgrade")
                : Advice.command("downgrade", Advice.target(downgradeTarget));
    }

    /** Returns the target of the downgrade whose last steps these are: below the last of them. */
    public static String downgradeTarget(List<PreparedStep> steps) {
        if (steps.isEmpty() || steps.get(steps.size() - 1).isUpgrade()) {
            return "";
        }
        RevisionInfo last = steps.get(steps.size() - 1).revision();
        return last.parents().size() == 1 ? last.parents().get(0) : last.id() + "-1";
    }

    /** The application does not have the file of the revision, so that its user cannot correct it. */
    private static boolean isStored(PreparedStep step) {
        return step.revision().location().equals(StoredRevisions.LOCATION);
    }

    private Advice todo(Progress progress, FailureOutcome outcome, Throwable cause, Advice run) {
        if (!outcome.connection().alive()) {
            return lost(progress, outcome, cause, run);
        }
        if (outcome.kind() == FailureOutcome.Kind.COMMITTED) {
            return Advice.of("The revision is completely applied. For the remaining revisions, ", run);
        }
        if (cause instanceof LockTimeoutException) {
            return LockTimeoutException.ACTION.and(" Then ", run);
        }
        if (cause instanceof InterruptedException) {
            return Advice.of(
                    "The thread was interrupted: find out what stops the application while it migrates, and ", run);
        }
        return cause instanceof RetortException known
                ? known.advice().and(" Then ", run)
                : byDatabase(progress, FailureCause.of(cause, dialect).error(), isCommit(outcome), run);
    }

    /** A pool below a proxy may have closed the connection because of the error, although the database has answered. */
    private Advice lost(Progress progress, FailureOutcome outcome, Throwable cause, Advice run) {
        FailureCause found = FailureCause.of(cause, dialect);
        return found.isRefusedStatement()
                ? Advice.of(
                                "The database refused the statement, and the pool closed the connection because of that error. ")
                        .and(byDatabase(progress, found.error(), isCommit(outcome), run))
                : Advice.of("The connection is lost. Check that the database is running and reachable, and ", run);
    }

    private Advice byDatabase(Progress progress, DatabaseError error, boolean commitSent, Advice run) {
        String location = progress.step().revision().location();
        return switch (error) {
            case CONNECTION_LOST -> Advice.of("Check that the database is running and reachable, and ", run);
            case READ_ONLY ->
                Advice.of(
                        "The database is read-only. Connect to the primary instead of a replica, or make the server"
                                + " writable, and ",
                        run);
            case MISSING_PRIVILEGE ->
                Advice.of(
                        "Grant the database user" + (user == null ? "" : " " + user)
                                + " the privilege that the database names, and ",
                        run);
            case CANCELLED -> cancelled().and(run);
            case TRANSACTION_NOT_ALLOWED ->
                Advice.of(
                        "The statement cannot run inside a transaction: put it into a revision of its own that runs"
                                + " outside (\"-- transactional: false\" in the header of an SQL file,"
                                + " @Revision(transactional = false) in Java), and ",
                        run);
            case ALREADY_EXISTS -> exists(progress, location, run);
            case OUT_OF_SPACE -> Advice.of("Free disk space for the database, and ", run);
            case ROWS_REFUSED ->
                rows(progress, location, run).orElseGet(() -> other(progress, commitSent, location, run));
            case OTHER -> other(progress, commitSent, location, run);
        };
    }

    private static Advice other(Progress progress, boolean commitSent, String location, Advice run) {
        return isAboutARow(progress, commitSent)
                ? Advice.of(
                        "No statement of ",
                        location,
                        " failed, but Retort's own statement in the history table: correct the cause, and ",
                        run)
                : isStored(progress.step())
                        ? Advice.of("Correct what the database reports, and ", run)
                        : Advice.of("Correct ", location, " and ", run);
    }

    /** A check is correct, and DDL may be; then the rows are the cause. */
    private Optional<Advice> rows(Progress progress, String location, Advice run) {
        if (check(progress).isPresent()) {
            return Optional.of(Advice.of(
                    "The rows that the statement selects prevent it: change or delete them, in the database or with a"
                            + " statement before this one in " + location + ", and ",
                    run));
        }
        return place(progress)
                .filter(sql -> JournalMode.changesSchema(sql, dialect))
                .map(sql -> isInsideOperation(progress)
                        ? Advice.of(
                                "Existing rows prevent the statement: change or delete them in the database, and ", run)
                        : Advice.of(
                                "Existing rows prevent the statement: change or delete them, in the database or with a"
                                        + " statement before this one in " + location
                                        + ", or correct the statement, and ",
                                run));
    }

    /** Nothing can be inserted between the statements of an operation. */
    private static boolean isInsideOperation(Progress progress) {
        StatementPosition place = progress.place();
        return place != null && place.statementNumber() > 1;
    }

    /** Returns whether the database reported rows that it refuses, which a failed check does, too. */
    boolean isAboutRows(Throwable cause) {
        return FailureCause.of(cause, dialect).error() == DatabaseError.ROWS_REFUSED;
    }

    /** Returns the message of the check that failed; empty if another statement did. */
    Optional<String> check(Progress progress) {
        return place(progress).flatMap(dialect::messageOfCheck);
    }

    private static Optional<String> place(Progress progress) {
        StatementPosition place = progress.place();
        return place != null && place.statement() instanceof Statement.Sql sql
                ? Optional.of(sql.text())
                : Optional.empty();
    }

    private static boolean isCommit(FailureOutcome outcome) {
        return !outcome.journaled() && outcome.connection().commitSent();
    }

    private static boolean isAboutARow(Progress progress, boolean commitSent) {
        return progress.place() == null && !commitSent;
    }

    private Advice cancelled() {
        return statementTimeout.isZero()
                ? Advice.of(
                        "The statement was cancelled, by a person or by a time limit of the database or of this user."
                                + " If it is a limit, raise it for the user that migrates, or let Retort set one of its"
                                + " own with ",
                        Advice.setting("ddl.statement-timeout"),
                        ", and ")
                : Advice.of(
                        "The statement ran longer than ",
                        Advice.setting("ddl.statement-timeout"),
                        " (" + HumanDuration.of(statementTimeout) + ") or another limit allows: raise it, and ");
    }

    private Advice exists(Progress progress, String location, Advice run) {
        boolean nothingApplied =
                first && progress.step().isUpgrade() && progress.before().isEmpty();
        return nothingApplied
                ? Advice.of(
                        "No revision is applied, but the database already has objects that revisions create. For a database that"
                                + " existed before its revisions, write a base that adopts it: ",
                        Advice.command("adopt"),
                        ". If it has all that the revisions up to a target create, mark these as applied, without running"
                                + " them: ",
                        Advice.command("stamp", Advice.target("<that revision>")),
                        ". Otherwise correct " + location + ", and ",
                        run)
                : Advice.of(
                        "If the object is not the one that the revision should create, rename or drop one of the two, or"
                                + " correct " + location + ", and ",
                        run);
    }
}
