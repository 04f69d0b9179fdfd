package io.retort.diff.question;

import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks questions at a terminal, one after the other. There is no default: an empty line repeats the question. */
public final class InteractiveAnswers implements Answers {

    private static final String STOP = "q";
    private static final String RENAME = "r";

    private final Prompt talk;
    private final AdviceStyle style;
    private int asked;

    /**
     * Creates answers from a terminal.
     *
     * @param talk the terminal
     * @param style how the user runs Retort; never null
     */
    public InteractiveAnswers(Prompt talk, AdviceStyle style) {
        this.talk = talk;
        this.style = style;
    }

    /** @throws RetortException if the user cancels */
    @Override
    public Optional<Answer> to(Question question) {
        talk.say("");
        String number = ++asked + "  ";
        talk.say(number + question.sentences().get(0));
        String indent = " ".repeat(number.length());
        question.sentences().stream().skip(1).forEach(sentence -> talk.say(indent + sentence));
        for (Choice choice : question.offered()) {
            boolean likely = question.likely().filter(choice.key()::equals).isPresent();
            talk.say(indent + "  [" + choice.key() + "] " + choice.meaning() + (likely ? "   (likely)" : ""));
        }
        String others = question.choices().stream()
                .filter(choice -> choice.verb() == Verb.RENAME && !choice.shown())
                .map(choice -> RENAME + " " + choice.value())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            talk.say(indent + "  other new names: " + others);
        }
        talk.say(indent + "  [" + STOP + "] stop here and write nothing");
        Answer answer = answer(question);
        talk.say(indent + "answer in CI: " + style.option(answer.option(question.subject())));
        return Optional.of(answer);
    }

    private Answer answer(Question question) {
        while (true) {
            String line = line("> ");
            String[] words = line.split("\\s+", 2);
            Optional<Choice> choice = renamed(question, words)
                    .or(() -> question.offered().stream()
                            .filter(offered -> offered.key().equalsIgnoreCase(words[0]))
                            .findFirst());
            if (choice.isPresent()) {
                return answer(choice.get(), words.length > 1 ? words[1] : "");
            }
            talk.say("Type one of: "
                    + question.offered().stream().map(Choice::key).collect(Collectors.joining(", ")) + ", " + STOP);
        }
    }

    /** A new name that the user types, even if it was not offered. */
    private static Optional<Choice> renamed(Question question, String[] words) {
        return words.length < 2 || !words[0].equalsIgnoreCase(RENAME)
                ? Optional.empty()
                : question.choices().stream()
                        .filter(choice -> choice.verb() == Verb.RENAME && words[1].equals(choice.value()))
                        .findFirst();
    }

    private Answer answer(Choice choice, String rest) {
        if (choice.value() != null) {
            return new Answer(choice.verb(), Objects.requireNonNull(choice.value()));
        }
        String value = rest.strip();
        while (value.isEmpty()) {
            value = line("value: ");
        }
        return new Answer(choice.verb(), choice.spelled(value));
    }

    private String line(String prompt) {
        @Nullable String line = talk.ask(prompt);
        if (line == null || List.of(STOP, "quit", "exit").contains(line.strip())) {
            throw new RetortException(
                    "Stopped; no file is written.",
                    "Run the command again when you know the answers.",
                    ExitStatus.NEEDS_ANSWER);
        }
        return line.strip();
    }
}
