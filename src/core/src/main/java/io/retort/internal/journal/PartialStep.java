package io.retort.internal.journal;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.prepare.StatementDiff;
import io.retort.internal.prepare.StatementLog;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Continues a partially applied or downgraded revision after its last statement, if the completed statements were not
 * edited.
 */
final class PartialStep {

    private PartialStep() {}

    /** Returns the progress of a revision for messages: {@code 3 of 7 statements}. */
    public static String extent(AppliedRevision partial, StatementLog recorded) {
        int all = recorded.of(partial.state() == AppliedState.UPGRADING).size();
        return all == 0 ? partial.progress() + " statements" : partial.progress() + " of " + all + " statements";
    }

    static StepJournal resume(Journal journal, PreparedStep step, AppliedRevision partial, StatementLog recorded) {
        if (partial.state() != AppliedState.during(step.step().direction())) {
            return StepJournal.begin(journal, step, recorded);
        }
        requireUnedited(step, partial.progress(), recorded);
        return StepJournal.resume(journal, step, recorded, partial);
    }

    /** Refuses a step whose first statements differ from those that ran. */
    static void requireUnedited(PreparedStep step, int done, StatementLog recorded) {
        StatementDiff difference = new StatementDiff(
                recorded.of(step.isUpgrade()), StatementLog.NONE.with(step).of(step.isUpgrade()), step.syntax());
        int most = Math.max(difference.was().size(), difference.is().size());
        if (done > most) {
            throw new RetortException(
                    "According to the history table, " + done + " statements of revision "
                            + step.revision().describe() + " ran, but it has only " + most + ". Nothing was run.",
                    "Set progress in its row to the number of its completed statements, counted from the first.");
        }
        List<Integer> changed = difference.changed(done);
        if (!changed.isEmpty()) {
            throw edited(step, done, difference, changed);
        }
    }

    private static RetortException edited(
            PreparedStep step, int done, StatementDiff difference, List<Integer> changed) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add("Revision " + step.revision().describe() + " stopped after " + done
                + " statements, and some of those were edited since they ran.");
        for (int number : changed) {
            lines.add("  statement " + number);
            lines.add("    ran        " + at(difference.was(), number));
            lines.add("    now        " + at(difference.is(), number));
        }
        return new RetortException(
                lines.toString(),
                Advice.of(
                        "Nothing was run. In " + step.revision().location() + ", restore the former text of "
                                + (changed.size() == 1 ? "statement " : "statements ")
                                + changed.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + "; you can correct later statements. Or accept the new text, if the database already"
                                + " matches it: ",
                        Advice.command("repair")));
    }

    private static String at(List<String> statements, int number) {
        return number <= statements.size() ? statements.get(number - 1) : "nothing";
    }
}
