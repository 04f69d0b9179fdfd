package io.retort.diff.question;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Thrown when questions remain open, so that no revision is written. The exit status is 3. */
public final class UnansweredException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final Advice complaint;
    private final transient List<Question> questions;

    /**
     * Creates an exception for some questions.
     *
     * @param questions the open questions; not empty
     */
    public UnansweredException(List<Question> questions) {
        this(Advice.of(), questions);
    }

    private UnansweredException(Advice complaint, List<Question> questions) {
        super(complaint.and(what(questions, AdviceStyle.LIBRARY)), advice(questions), ExitStatus.NEEDS_ANSWER);
        this.complaint = complaint;
        this.questions = List.copyOf(questions);
    }

    /** Returns the open questions, in the order in which they were asked. */
    public List<Question> questions() {
        return questions;
    }

    /**
     * Returns a copy whose message starts with another problem.
     *
     * @param other the other problem
     */
    public UnansweredException after(RetortException other) {
        return new UnansweredException(other.problem().and("\n"), questions);
    }

    /** Lists the questions with the options that answer them. They are not serialized; without them, the text stays as it was. */
    @Override
    public String what(AdviceStyle style) {
        return questions == null ? super.what(style) : complaint.in(style) + what(questions, style);
    }

    private static String what(List<Question> questions, AdviceStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add((questions.size() == 1 ? "A question needs" : questions.size() + " questions need")
                + " an answer; no file is written.");
        for (int i = 0; i < questions.size(); i++) {
            lines.add("");
            String number = (i + 1) + " of " + questions.size() + "  ";
            List<String> described = questions.get(i).describe(style);
            lines.add(number + described.get(0));
            described.stream()
                    .skip(1)
                    .map(line -> " ".repeat(number.length()) + line)
                    .forEach(lines::add);
        }
        lines.add("");
        return String.join("\n", lines);
    }

    /** Returns the options that give the example answers; empty if no question has one. */
    public List<Advice> examples() {
        List<Advice> options = new ArrayList<>();
        examples(questions).forEach((verb, answers) -> options.add(Advice.quoted(verb, String.join(",", answers))));
        return options;
    }

    private static Map<String, List<String>> examples(List<Question> questions) {
        Map<String, List<String>> flags = new LinkedHashMap<>();
        questions.stream().filter(Question::hasExample).forEach(question -> {
            String flag = question.example().flag(question.subject());
            int end = flag.indexOf('=');
            flags.computeIfAbsent(flag.substring(0, end), word -> new ArrayList<>())
                    .add(flag.substring(end + 1));
        });
        return flags;
    }

    private static Advice advice(List<Question> questions) {
        Map<String, List<String>> flags = examples(questions);
        List<Object> parts = new ArrayList<>();
        parts.add("Run the command again with answers, or run it in a terminal, where it asks."
                + (flags.isEmpty() ? "" : " For example:"));
        flags.forEach((verb, answers) -> {
            parts.add(" ");
            parts.add(Advice.quoted(verb, String.join(",", answers)));
        });
        List<String> undecided = questions.stream()
                .filter(question -> !question.hasExample())
                .map(Question::subject)
                .toList();
        if (!undecided.isEmpty()) {
            parts.add((flags.isEmpty() ? "" : ".") + " Look at what " + String.join(", ", undecided)
                    + (undecided.size() == 1 ? " does" : " do") + ", and decide.");
        }
        return Advice.of(parts.toArray());
    }
}
