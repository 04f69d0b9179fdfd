package io.retort.diff.internal.interview;

import io.retort.diff.internal.compare.UnmanagedObject;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.diff.question.UnansweredException;
import io.retort.diff.question.Verb;
import io.retort.error.RetortException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Passes questions on and collects those that remain open. */
final class Questioner implements Function<Question, Answer> {

    private final Answers answers;
    private final List<Question> open = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    Questioner(Answers answers) {
        this.answers = answers;
    }

    /** Returns the answer, or the assumption of an open question. */
    @Override
    public Answer apply(Question question) {
        Optional<Answer> answer = answers.to(question);
        if (answer.isEmpty()) {
            open.add(question);
        }
        Answer taken = answer.orElse(question.meanwhile());
        if (taken.verb() == Verb.KEEP || taken.verb() == Verb.NULLABLE) {
            kept.add(question.subject() + ": not changed, as answered (" + question.kind() + ")");
        }
        return taken;
    }

    /** Returns the answer that was given in advance to a question that is not asked. */
    Optional<Answer> given(Question question) {
        return answers.given(question);
    }

    /** Adds a remark about the revision. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Returns the remarks about the revision, one or more sentences each. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /**
     * Whether an option drops an object that is kept by default. There is no interactive question about each such
     * object.
     */
    boolean isDropped(UnmanagedObject object) {
        Question question = new Question(
                "not-ours",
                object.subject(),
                List.of("No revision created " + object + ", and no entity declares it."),
                List.of(
                        Choice.of("k", Verb.KEEP, "keep it, which is the default"),
                        Choice.of("d", Verb.DROP, "drop it")),
                Optional.of("k"),
                new Answer(Verb.KEEP, ""));
        return answers.given(question)
                .filter(answer -> answer.verb() == Verb.DROP)
                .isPresent();
    }

    /** Returns what was kept, one sentence each. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    /** @throws RetortException if a question is open, or if an answer was given to a question that was not asked */
    void end() {
        if (open.isEmpty()) {
            answers.end();
            return;
        }
        UnansweredException unanswered = new UnansweredException(open);
        try {
            answers.end();
        } catch (RetortException strange) {
            throw unanswered.after(strange);
        }
        throw unanswered;
    }
}
