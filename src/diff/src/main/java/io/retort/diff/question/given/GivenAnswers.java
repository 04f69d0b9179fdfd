package io.retort.diff.question.given;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.error.RetortException;
import io.retort.revision.lineage.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers that were given in advance, as options or in a file. */
public final class GivenAnswers implements Answers {

    private final List<Given> given;
    private final Set<Given> used = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * Creates the answers.
     *
     * @param given the answers
     */
    public GivenAnswers(List<Given> given) {
        this.given = List.copyOf(given);
    }

    @Override
    public Optional<Answer> to(Question question) {
        asked.add(question.subject());
        List<Given> meant = given.stream()
                .filter(answer -> plain(answer.subject()).equals(plain(question.subject())))
                .filter(answer -> !question.choices(answer.verb()).isEmpty())
                .toList();
        if (meant.size() > 1) {
            throw Given.mistake(
                    "Two answers are given about " + question.subject() + ": "
                            + meant.stream().map(Given::flag).collect(Collectors.joining(" and ")) + ".",
                    "Give one of them.");
        }
        used.addAll(meant);
        return meant.stream().findFirst().map(answer -> answer(question, answer));
    }

    @Override
    public Optional<Answer> given(Question question) {
        return to(question);
    }

    /** @throws RetortException if an answer was given to a question that was not asked */
    @Override
    public void end() {
        List<Given> left =
                given.stream().filter(answer -> !used.contains(answer)).toList();
        if (left.isEmpty()) {
            return;
        }
        List<String> complaints = new ArrayList<>();
        for (Given answer : left) {
            List<String> near = Nearest.to(plain(answer.subject()), asked);
            complaints.add(answer.flag() + " answers no question"
                    + (near.isEmpty() ? "." : "; did you mean " + String.join(" or ", near) + "?"));
        }
        throw Given.mistake(
                String.join("\n", complaints),
                asked.isEmpty()
                        ? "Nothing is asked: leave the flag out."
                        : "Asked about: " + String.join(", ", asked)
                                + ". Each question names the flags that answer it.");
    }

    private static Answer answer(Question question, Given answer) {
        List<Choice> choices = question.choices(answer.verb());
        Optional<Choice> open =
                choices.stream().filter(choice -> choice.value() == null).findFirst();
        Optional<Choice> named = choices.stream()
                .filter(choice ->
                        choice.value() != null && plain(choice.value()).equals(plain(answer.value())))
                .findFirst();
        if (named.isPresent()) {
            return new Answer(answer.verb(), Objects.requireNonNull(named.get().value()));
        }
        if (open.isPresent()) {
            return new Answer(answer.verb(), answer.value());
        }
        List<String> known =
                choices.stream().map(choice -> String.valueOf(choice.value())).toList();
        List<String> near = Nearest.to(plain(answer.value()), known);
        throw Given.mistake(
                answer.flag() + ": there is no new \"" + answer.value() + "\" for " + question.subject() + ".",
                (near.isEmpty() ? "It may be " : "The nearest is " + near.get(0) + "; it may be ")
                        + String.join(", ", known) + ".");
    }

    private static String plain(String name) {
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
