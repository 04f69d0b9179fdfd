package io.retort.internal.journal;

import io.retort.internal.database.SqlErrorText;
import io.retort.internal.session.OpenTransaction;
import io.retort.operation.Statement;
import io.retort.run.AppliedRevision;
import io.retort.run.FailureOutcome;
import io.retort.run.FailureOutcome.ConnectionAfterFailure;
import io.retort.run.FailureOutcome.Kind;
import io.retort.run.PreparedStep.StatementPosition;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a failed step left in the database. */
public final class FailureAssessment {

    private static final String COMMITTED_A_PART = "the statement failed after it had committed part of its changes:"
            + " the next run repeats it from its beginning";

    private FailureAssessment() {}

    /**
     * Returns the outcome of a step in one transaction, or of a stamp.
     *
     * @param committed whether the history table shows the step as complete
     * @param statements the number of statements
     * @param connection the state of the connection
     */
    public static FailureOutcome ofWhole(boolean committed, int statements, ConnectionAfterFailure connection) {
        if (committed) {
            return new FailureOutcome(Kind.COMMITTED, statements, null, connection, false);
        }
        return connection.isUnanswered()
                ? new FailureOutcome(
                        Kind.UNKNOWN,
                        0,
                        "whether the revision is applied: the connection was lost after the commit was sent and before the"
                                + " database answered. The next run reads it from the history table",
                        connection,
                        false)
                : new FailureOutcome(Kind.ROLLED_BACK, 0, null, connection, false);
    }

    /**
     * Returns the outcome of a step whose own code committed the transaction in the middle.
     *
     * @param done the number of statements before that code
     * @param connection the state of the connection
     */
    public static FailureOutcome ofBrokenTransaction(int done, ConnectionAfterFailure connection) {
        return new FailureOutcome(Kind.JOURNALED, done, COMMITTED_A_PART, connection, true);
    }

    /**
     * Returns the outcome of a journaled step and records what is left of it. Call it after the open transaction was
     * rolled back.
     *
     * @param stepJournal the step's journal
     * @param place the statement that failed; null if it was one of Retort's own
     * @param connection the state of the connection
     * @param cause the failure
     * @param sending sends the journal entry
     */
    public static FailureOutcome ofJournaled(
            StepJournal stepJournal,
            @Nullable StatementPosition place,
            ConnectionAfterFailure connection,
            Throwable cause,
            Sending sending) {
        if (!connection.alive()) {
            return lost(stepJournal, place, connection);
        }
        try {
            return answered(stepJournal, place, connection, cause, sending);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return OpenTransaction.isAnswered(stepJournal.connection())
                    ? left(
                            stepJournal,
                            "the revision's row in the history table: it could not be read or written, the database"
                                    + " reports: " + SqlErrorText.of(e),
                            connection)
                    : lost(stepJournal, place, new ConnectionAfterFailure(false, connection.commitSent()));
        }
    }

    private static FailureOutcome answered(
            StepJournal stepJournal,
            @Nullable StatementPosition place,
            ConnectionAfterFailure connection,
            Throwable cause,
            Sending sending)
            throws Exception {
        Optional<AppliedRevision> row = stepJournal.row();
        if (stepJournal.isComplete(row)) {
            return new FailureOutcome(Kind.COMMITTED, stepJournal.size(), null, connection, true);
        }
        stepJournal.adopt(row);
        String doubt = place == null ? marked(stepJournal, row) : doubt(stepJournal, place, row, isRefusal(cause));
        Optional<Statement.Sql> note = stepJournal.close(doubt != null);
        if (note.isPresent()) {
            sending.send(note.get());
            stepJournal.recorded();
        }
        return left(stepJournal, doubt, connection);
    }

    /** Whether the database reported an error for the statement, so that it did not take effect as a whole. */
    private static boolean isRefusal(Throwable cause) {
        return cause instanceof SQLException sql && (sql.getErrorCode() != 0 || sql.getSQLState() != null);
    }

    private static FailureOutcome left(
            StepJournal stepJournal, @Nullable String doubt, ConnectionAfterFailure connection) {
        if (stepJournal.isUnrecorded()) {
            String repeated = "whether statement " + stepJournal.done()
                    + ", which is complete, is recorded. If it is not, the next run repeats it from its beginning";
            return new FailureOutcome(Kind.JOURNALED, stepJournal.done() - 1, repeated, connection, true);
        }
        Kind kind = stepJournal.done() == 0 && doubt == null && !stepJournal.isBetweenBatches()
                ? Kind.ROLLED_BACK
                : Kind.JOURNALED;
        return new FailureOutcome(kind, stepJournal.done(), doubt, connection, true);
    }

    private static @Nullable String doubt(
            StepJournal stepJournal, StatementPosition place, Optional<AppliedRevision> row, boolean refused)
            throws SQLException {
        return switch (stepJournal.mode(place)) {
            case WATCHED -> watched(stepJournal, place, refused);
            case MARKED -> marked(stepJournal, row);
            case MARKED_OUTSIDE ->
                "how much of the statement ran: it runs outside a transaction, and the next run repeats it from its beginning";
            case TOGETHER, BATCHED, CHECKED, REPEATED -> null;
        };
    }

    private static @Nullable String marked(StepJournal stepJournal, Optional<AppliedRevision> row) {
        return stepJournal.isMarked(row) ? COMMITTED_A_PART : null;
    }

    private static @Nullable String watched(StepJournal stepJournal, StatementPosition place, boolean refused)
            throws SQLException {
        if (!stepJournal.watchedHappened()) {
            return null;
        }
        if (refused) {
            return "the statement failed, but the catalog has changed: inspect the database before you run it again";
        }
        stepJournal.confirm(place.number());
        return null;
    }

    private static FailureOutcome lost(
            StepJournal stepJournal, @Nullable StatementPosition place, ConnectionAfterFailure connection) {
        if (place == null) {
            return left(
                    stepJournal,
                    connection.commitSent()
                            ? "whether the last statement is committed: the connection was lost before the database answered."
                                    + " The next run reads it from the history table"
                            : null,
                    connection);
        }
        String statement = "statement " + place.number();
        return left(
                stepJournal,
                switch (stepJournal.mode(place)) {
                    case WATCHED ->
                        "whether " + statement + " happened: the connection was lost."
                                + " The next run queries the catalog, and continues from there";
                    case MARKED ->
                        "whether " + statement + " has committed part of its changes: the connection was lost."
                                + " The next run repeats it from its beginning";
                    case MARKED_OUTSIDE ->
                        "how much of " + statement + " ran: it runs outside a transaction, and the connection was lost."
                                + " The next run repeats it from its beginning";
                    case TOGETHER, BATCHED, CHECKED, REPEATED -> null;
                },
                connection);
    }

    /** Sends a journal entry immediately. */
    @FunctionalInterface
    public interface Sending {
        /**
         * Sends the entry.
         *
         * @throws Exception if the statement fails
         */
        void send(Statement statement) throws Exception;
    }
}
