package io.retort.diff.question;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.text.NameSuggestions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers that were given in advance, as options or in a file. */
public final class GivenAnswers implements Answers {

    private final List<GivenAnswer> given;
    private final Set<GivenAnswer> used = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * Creates the answers.
     *
     * @param given the answers
     */
    public GivenAnswers(List<GivenAnswer> given) {
        this.given = List.copyOf(given);
    }

    @Override
    public Optional<Answer> to(Question question) {
        if (!question.offered().isEmpty()) {
            asked.add(question.subject());
        }
        List<GivenAnswer> meant = given.stream()
                .filter(answer -> plain(answer.subject()).equals(plain(question.subject())))
                .filter(answer -> !question.choices(answer.verb()).isEmpty())
                .toList();
        if (meant.size() > 1) {
            throw GivenAnswer.mistake(
                    Advice.of(
                            "There are two answers for " + question.subject() + ": ",
                            joined(" and ", meant.stream().map(GivenAnswer::described)),
                            "."),
                    Advice.of("Give only one of them."));
        }
        used.addAll(meant);
        return meant.stream().findFirst().map(answer -> answer(question, answer));
    }

    @Override
    public Optional<Answer> given(Question question) {
        return to(question);
    }

    @Override
    public boolean names(String subject) {
        return given.stream().anyMatch(answer -> plain(answer.subject()).equals(plain(subject)));
    }

    /** @throws RetortException if an answer was given to a question that was not asked */
    @Override
    public void end() {
        List<GivenAnswer> left =
                given.stream().filter(answer -> !used.contains(answer)).toList();
        if (left.isEmpty()) {
            return;
        }
        List<Advice> complaints = new ArrayList<>();
        for (GivenAnswer answer : left) {
            List<String> near = NameSuggestions.to(plain(answer.subject()), asked);
            complaints.add(answer.described()
                    .and(" does not match a question"
                            + (near.isEmpty() ? "." : "; did you mean " + String.join(" or ", near) + "?")));
        }
        throw GivenAnswer.mistake(
                joined("\n", complaints.stream()),
                Advice.of(
                        asked.isEmpty()
                                ? "There are no questions: leave out the option."
                                : "There are questions about " + String.join(", ", asked)
                                        + ". Each question lists the options that answer it."));
    }

    private static Advice joined(String separator, Stream<Advice> parts) {
        return parts.reduce((before, next) -> before.and(separator, next)).orElseGet(Advice::of);
    }

    private static Answer answer(Question question, GivenAnswer answer) {
        List<Choice> choices = question.choices(answer.verb());
        Optional<Choice> open =
                choices.stream().filter(choice -> choice.value() == null).findFirst();
        Optional<Choice> named = choices.stream()
                .filter(choice ->
                        choice.value() != null && plain(choice.value()).equals(plain(answer.value())))
                .findFirst();
        if (named.isPresent()) {
            return new Answer(answer.verb(), Objects.requireNonNull(named.get().value()), answer.source());
        }
        if (open.isPresent()) {
            return new Answer(answer.verb(), answer.value(), answer.source());
        }
        List<String> known =
                choices.stream().map(choice -> String.valueOf(choice.value())).toList();
        List<String> near = NameSuggestions.to(plain(answer.value()), known);
        throw GivenAnswer.mistake(
                answer.described()
                        .and(": \"" + answer.value() + "\" is not a new name for " + question.subject() + "."),
                Advice.of(
                        near.isEmpty()
                                ? "Possible names: "
                                : "The most similar name is " + near.get(0) + "; possible names: ",
                        String.join(", ", known) + "."));
    }

    private static String plain(String name) {
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
