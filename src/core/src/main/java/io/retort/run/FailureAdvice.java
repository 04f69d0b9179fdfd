package io.retort.run;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.run.database.FailureCause;
import io.retort.run.patience.LockedOutException;
import io.retort.run.prepare.PreparedStep;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the advice of an error message by the cause of the failure. Not every failure is corrected in the revision
 * file.
 *
 * @param dialect interprets the error codes
 * @param user the connected user; null if the database does not report one
 * @param first whether no revision was applied before the run
 * @param statementTimeout Retort's own limit for the duration of a statement; zero for no limit
 */
public record FailureAdvice(Dialect dialect, @Nullable String user, boolean first, Duration statementTimeout) {

    String action(Progress progress, FailureOutcome outcome, Throwable cause) {
        String run = "run it again: " + command(progress.step());
        String todo = todo(progress, outcome, cause, run);
        return outcome.kind() == FailureOutcome.Kind.JOURNALED && outcome.done() > 0
                ? todo + ", which goes on with statement " + (outcome.done() + 1) + ". What is done may not be edited."
                : todo + ".";
    }

    private static String command(PreparedStep step) {
        return step.isUpgrade() ? "mvn migrate:upgrade" : "mvn migrate:downgrade";
    }

    private String todo(Progress progress, FailureOutcome outcome, Throwable cause, String run) {
        if (!outcome.connection().alive()) {
            return "The connection is lost. Check that the database runs and can be reached, and " + run;
        }
        if (outcome.kind() == FailureOutcome.Kind.COMMITTED) {
            return "The revision is applied as a whole. For what is left, " + run;
        }
        if (cause instanceof LockedOutException) {
            return LockedOutException.ACTION + " Then " + run;
        }
        if (cause instanceof InterruptedException) {
            return "The thread was interrupted: see who stops the application while it migrates, and " + run;
        }
        return cause instanceof RetortException known
                ? known.action() + " Then " + run
                : byDatabase(progress, FailureCause.of(cause, dialect).error(), isCommit(outcome), run);
    }

    private String byDatabase(Progress progress, DatabaseError error, boolean commitSent, String run) {
        String location = progress.step().revision().location();
        return switch (error) {
            case CONNECTION_LOST -> "Check that the database runs and can be reached, and " + run;
            case READ_ONLY ->
                "The database accepts no changes: connect to the one that does (a replica, or a server in read-only mode,"
                        + " is not it), or make it writable, and " + run;
            case MISSING_PRIVILEGE ->
                "Give the database user" + (user == null ? "" : " " + user) + " the right that the database names, and "
                        + run;
            case CANCELLED -> cancelled() + run;
            case TRANSACTION_NOT_ALLOWED ->
                "The statement cannot run inside a transaction: put it into a revision of its own that runs outside"
                        + " (\"-- transactional: false\" in the header of an SQL file, @Revision(transactional = false) in"
                        + " Java), and " + run;
            case ALREADY_EXISTS -> exists(progress, location, run);
            case OUT_OF_SPACE -> "Make room for the database, and " + run;
            case OTHER ->
                isAboutARow(progress, commitSent)
                        ? "No statement of " + location
                                + " failed, but Retort's own in the table of revisions: see to the" + " cause, and "
                                + run
                        : "Correct " + location + " and " + run;
        };
    }

    private static boolean isCommit(FailureOutcome outcome) {
        return !outcome.journaled() && outcome.connection().commitSent();
    }

    private static boolean isAboutARow(Progress progress, boolean commitSent) {
        return progress.place() == null && !commitSent;
    }

    private String cancelled() {
        return statementTimeout.isZero()
                ? "The statement was cancelled: by a person, or by a time limit of the database or of this user. Where it is a"
                        + " limit, raise it for the user that migrates, or let Retort set one of its own with"
                        + " retort.ddl.statement-timeout, and "
                : "The statement ran longer than retort.ddl.statement-timeout (" + statementTimeout.toMillis()
                        + " ms) or another limit allows: raise it, and ";
    }

    private String exists(Progress progress, String location, String run) {
        boolean nothingApplied =
                first && progress.step().isUpgrade() && progress.before().isEmpty();
        return nothingApplied
                ? "No revision is applied, and yet the database has objects that they create. If it has all that the"
                        + " revisions up to one create, mark those as applied, without running them:"
                        + " mvn migrate:stamp -Dtarget=<that revision>. Else correct " + location + ", and " + run
                : "If the object is not the one that the revision means to create, rename or drop one of the two, or correct "
                        + location + ", and " + run;
    }
}
