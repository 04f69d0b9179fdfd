package io.retort.internal.execute;

import io.retort.error.Advice;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.internal.database.SqlErrorText;
import io.retort.internal.prepare.StatementLog;
import io.retort.internal.sql.SqlSecrets;
import io.retort.internal.text.PrintableText;
import io.retort.operation.Statement;
import io.retort.run.FailureOutcome;
import io.retort.run.FailureOutcome.ConnectionAfterFailure;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders the message of a failed step.
 */
final class FailureText {

    private static final int LISTED = 20;
    private static final int WIDTH = 21;
    private static final int LONGEST = 2_000;

    private final Progress progress;
    private final FailureOutcome outcome;
    private final FailureAdvice advice;

    /**
     * @param progress where the step failed
     * @param outcome what the failed step left in the database
     * @param advice chooses the advice
     */
    FailureText(Progress progress, FailureOutcome outcome, FailureAdvice advice) {
        this.progress = progress;
        this.outcome = outcome;
        this.advice = advice;
    }

    String report(Throwable cause) {
        PreparedStep step = progress.step();
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add("Revision " + step.revision().describe() + " failed while "
                + (step.isUpgrade() ? "upgrading" : "downgrading") + ".");
        where().forEach(lines::add);
        lines.add(reason(cause));
        lines.add(line("connection", connection()));
        lines.add(line("done", done()));
        lines.add(line("in doubt", outcome.doubt() == null ? "nothing" : outcome.doubt()));
        lines.add(line("not started", notStarted()));
        lines.add(line("before it", names(progress.before(), "nothing")));
        if (!progress.rolledBack().isEmpty()) {
            boolean unknown = outcome.kind() == FailureOutcome.Kind.UNKNOWN;
            lines.add(line(unknown ? "in doubt too" : "rolled back too", names(progress.rolledBack(), "nothing")));
        }
        return lines.toString();
    }

    FailureLocation location() {
        PreparedStep step = progress.step();
        StatementPosition place = progress.place();
        FailureLocation location = FailureLocation.inRevision(
                step.revision().id(),
                step.revision().location(),
                place == null ? 0 : place.operation().line().getAsInt());
        return place == null
                ? location
                : location.withOperation(described(place), place.operationNumber())
                        .withStatement(
                                StatementLog.shown(
                                        place.statement(), place.operation().syntax()),
                                place.number());
    }

    private static String described(StatementPosition place) {
        return SqlSecrets.mask(
                place.operation().operation().describe(), place.operation().syntax(), Secrets::mask);
    }

    private List<String> where() {
        StatementPosition place = progress.place();
        if (place == null) {
            return List.of(
                    line("operation", "none: " + (progress.hasBegun() ? after() : "before the first statement")));
        }
        int operations = progress.step().operations().size();
        int line = place.operation().line().getAsInt();
        return List.of(
                line(
                        "operation " + place.operationNumber() + " of " + operations,
                        PrintableText.shortened(described(place), LONGEST)),
                line(
                        "statement " + place.number() + " of "
                                + progress.places().size(),
                        StatementLog.shown(place.statement(), place.operation().syntax())),
                line("in", progress.step().revision().location() + (line == 0 ? "" : ", line " + line)));
    }

    private String after() {
        return !outcome.journaled() && outcome.connection().commitSent()
                ? "the commit"
                : "the update of the history table";
    }

    /** The message of a check replaces that of the database, which most products cannot make meaningful. */
    private String reason(Throwable cause) {
        Optional<String> check = advice.isAboutRows(cause) ? advice.check(progress) : Optional.empty();
        return check.map(message -> line("check", message))
                .orElseGet(() -> line(cause instanceof SQLException ? "database says" : "cause", words(cause)));
    }

    private static String words(Throwable cause) {
        if (cause instanceof RetortException known) {
            return known.what();
        }
        String message = PrintableText.shortened(SqlErrorText.of(cause), LONGEST);
        if (cause instanceof SQLException sql) {
            return message + (sql.getSQLState() == null ? "" : " [" + sql.getSQLState() + "]");
        }
        return cause instanceof InterruptedException
                ? message
                : cause.getClass().getName() + ": " + message;
    }

    /** Whether the connection is alive, and whether a commit was sent. */
    private String connection() {
        ConnectionAfterFailure connection = outcome.connection();
        String alive = connection.alive() ? "answers" : "lost";
        if (outcome.journaled()) {
            return alive;
        }
        if (!connection.commitSent()) {
            return alive + "; no commit was sent";
        }
        return alive + "; the commit was sent and " + (connection.alive() ? "failed" : "not answered");
    }

    private String done() {
        if (outcome.kind() == FailureOutcome.Kind.COMMITTED) {
            return "all of this revision, committed with its row; the failure came after that";
        }
        if (outcome.done() == 0 && !isBetweenBatches()) {
            return nothing();
        }
        List<String> lines = new ArrayList<>();
        if (isBetweenBatches()) {
            lines.add("the batches before the failed one, committed with their progress");
        }
        if (outcome.done() == 0) {
            return lines.get(0);
        }
        lines.add(count(outcome.done()) + " of this revision, committed:");
        progress.places().stream()
                .limit(Math.min(outcome.done(), LISTED))
                .map(place -> place.number() + " "
                        + StatementLog.shown(
                                place.statement(), place.operation().syntax()))
                .forEach(lines::add);
        if (outcome.done() > LISTED) {
            lines.add("and " + (outcome.done() - LISTED) + " more");
        }
        StatementPosition place = progress.place();
        if (place != null && place.number() - 1 > outcome.done()) {
            lines.add("the statements after these were rolled back");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private boolean isBetweenBatches() {
        StatementPosition place = progress.place();
        return place != null
                && place.statement() instanceof Statement.Backfill
                && outcome.kind() == FailureOutcome.Kind.JOURNALED
                && place.number() == outcome.done() + 1;
    }

    private String nothing() {
        if (outcome.doubt() != null) {
            return "nothing for certain";
        }
        if (!progress.hasBegun()) {
            return "nothing";
        }
        return outcome.connection().alive()
                ? "nothing: the revision was rolled back"
                : "nothing: no commit was sent, so the database rolls back the revision";
    }

    private String notStarted() {
        StatementPosition place = progress.place();
        int left = left(place);
        String later = names(progress.after(), "");
        if (left == 0) {
            return later.isEmpty() ? "nothing" : later;
        }
        return count(left) + " of this revision" + (later.isEmpty() ? "" : "; " + later);
    }

    private int left(@Nullable StatementPosition place) {
        if (place == null) {
            return progress.hasBegun() ? 0 : progress.places().size();
        }
        return progress.places().size() - place.number();
    }

    private static String count(int statements) {
        return statements == 1 ? "1 statement" : statements + " statements";
    }

    private static String names(List<PreparedStep> steps, String none) {
        return steps.isEmpty()
                ? none
                : steps.stream().map(s -> s.revision().describe()).collect(Collectors.joining(", "));
    }

    private static String line(String name, String text) {
        return "  " + name + " ".repeat(Math.max(2, WIDTH - 2 - name.length()))
                + text.replaceAll("\\R\\s*", System.lineSeparator() + " ".repeat(WIDTH));
    }

    Advice advice(Throwable cause) {
        return advice.advice(progress, outcome, cause);
    }
}
