package io.retort.run;

import io.retort.run.database.DriverWords;
import io.retort.run.journal.Aftermath;
import io.retort.run.patience.LockedOutException;
import io.retort.run.prepare.Place;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.prepare.Recording;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What a person reads about a failure, as one block.
 *
 * @param progress where it happened
 * @param aftermath what it leaves behind
 */
record FailureText(Progress progress, Aftermath aftermath) {

    private static final int LISTED = 20;
    private static final int WIDTH = 21;

    String report(Exception cause) {
        PreparedStep step = progress.step();
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add("Revision " + step.revision().describe() + " failed while "
                + (step.isUpgrade() ? "upgrading" : "downgrading") + ".");
        where().forEach(lines::add);
        lines.add(line("database says", words(cause)));
        lines.add(line("done", done()));
        lines.add(line("in doubt", aftermath.doubt() == null ? "nothing" : aftermath.doubt()));
        lines.add(line("not started", notStarted()));
        lines.add(line("before it", names(progress.before(), "nothing")));
        if (!progress.rolledBack().isEmpty()) {
            lines.add(line("rolled back too", names(progress.rolledBack(), "nothing")));
        }
        return lines.toString();
    }

    private List<String> where() {
        Place place = progress.place();
        if (place == null) {
            return List.of(line("operation", "none: noting the revision, or the commit"));
        }
        int operations = progress.step().operations().size();
        int line = place.operation().line().getAsInt();
        return List.of(
                line(
                        "operation " + place.operationNumber() + " of " + operations,
                        place.operation().operation().describe()),
                line(
                        "statement " + place.number() + " of "
                                + progress.places().size(),
                        Recording.line(place.statement(), place.operation().syntax())),
                line("in", progress.step().revision().location() + (line == 0 ? "" : ", line " + line)));
    }

    private static String words(Exception cause) {
        String message = DriverWords.of(cause);
        return cause instanceof SQLException sql
                ? message + (sql.getSQLState() == null ? "" : " [" + sql.getSQLState() + "]")
                : cause.getClass().getName() + ": " + message;
    }

    private String done() {
        if (aftermath.done() == 0) {
            return aftermath.doubt() == null
                    ? "nothing: what the revision had done was rolled back"
                    : "nothing that is certain";
        }
        List<String> lines = new ArrayList<>();
        lines.add(count(aftermath.done()) + " of this revision, committed:");
        progress.places().stream()
                .limit(Math.min(aftermath.done(), LISTED))
                .map(place -> place.number() + " "
                        + Recording.line(place.statement(), place.operation().syntax()))
                .forEach(lines::add);
        if (aftermath.done() > LISTED) {
            lines.add("and " + (aftermath.done() - LISTED) + " more");
        }
        Place place = progress.place();
        if (place != null && place.number() - 1 > aftermath.done()) {
            lines.add("what came after them was rolled back");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String notStarted() {
        Place place = progress.place();
        int left = place == null ? 0 : progress.places().size() - place.number();
        String later = names(progress.after(), "");
        if (left == 0) {
            return later.isEmpty() ? "nothing" : later;
        }
        return count(left) + " of this revision" + (later.isEmpty() ? "" : "; " + later);
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

    String action(Exception cause) {
        PreparedStep step = progress.step();
        String command = step.isUpgrade() ? "mvn migrate:upgrade" : "mvn migrate:downgrade";
        String first = cause instanceof LockedOutException
                ? LockedOutException.ACTION + " Then"
                : "Correct " + step.revision().location() + " and";
        String again = first + " run it again: " + command;
        if (aftermath.isNothing()) {
            return again + ".";
        }
        return again + ", which goes on with statement " + (aftermath.done() + 1) + ". What is done may not be edited.";
    }
}
