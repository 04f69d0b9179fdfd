package io.retort.diff.internal.interview;

import io.retort.diff.internal.interview.DataStep.Proposal;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.diff.question.UnansweredException;
import io.retort.diff.question.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks which data steps of the replaced revisions a squash keeps. */
public final class DataStepInterview {

    private DataStepInterview() {}

    /**
     * Asks about each step, in order.
     *
     * @param steps the steps
     * @param answers answers the questions
     * @return the steps to keep
     * @throws UnansweredException if a question remains open
     * @throws io.retort.error.RetortException if an answer was given to a question that was not asked
     */
    public static List<DataStep> kept(List<DataStep> steps, Answers answers) {
        Questioner questioner = new Questioner(answers);
        List<DataStep> kept = new ArrayList<>();
        for (DataStep step : steps) {
            if (step.proposal() != Proposal.GONE
                    && questioner.apply(question(step)).verb() == Verb.KEEP) {
                kept.add(step);
            }
        }
        questioner.end();
        return kept;
    }

    private static Question question(DataStep step) {
        Choice keep = Choice.of("k", Verb.KEEP, "keep it in the squash");
        Choice drop = Choice.of("d", Verb.DROP, "drop it; the file lists it in a comment");
        boolean dropped = step.proposal() == Proposal.DROP;
        return new Question(
                Question.DATA_STEP,
                step.subject(),
                List.of(
                        "Step " + step.number() + " of revision " + step.revision() + ": "
                                + step.operation().describe(),
                        step.reason()),
                dropped ? List.of(drop, keep) : List.of(keep, drop),
                step.proposal() == Proposal.UNKNOWN ? Optional.empty() : Optional.of(dropped ? "d" : "k"),
                new Answer(dropped ? Verb.DROP : Verb.KEEP, ""));
    }
}
