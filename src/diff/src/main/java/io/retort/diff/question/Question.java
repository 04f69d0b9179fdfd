package io.retort.diff.question;

import io.retort.error.AdviceStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question that a comparison alone cannot decide.
 *
 * @param kind the kind of question, for scripts, such as {@code column-gone} or {@code value-needed}
 * @param subject the object of the question, as in options, such as {@code customer.mail}
 * @param sentences what is known, with the evidence
 * @param choices the possible answers, the most likely first
 * @param likely the key of the choice that is probably right; empty if no choice is more likely
 * @param meanwhile the assumption with which the comparison continues while the question is open, so that all questions
 *     can be reported at once; no revision is written from it
 */
public record Question(
        String kind,
        String subject,
        List<String> sentences,
        List<Choice> choices,
        Optional<String> likely,
        Answer meanwhile) {

    /** Decisions that lose data or can fail, and therefore are not shown as the example. */
    private static final Set<Verb> LOSING = EnumSet.of(Verb.RENAME, Verb.DROP, Verb.CUT, Verb.ACCEPT);

    /** The kind of the questions about steps that change rows: only a person knows what such a step does. */
    public static final String DATA_STEP = "data-step";

    /** Copies the lists. */
    public Question {
        sentences = List.copyOf(sentences);
        choices = List.copyOf(choices);
    }

    /** Returns the choices that are offered. */
    public List<Choice> offered() {
        return choices.stream().filter(Choice::shown).toList();
    }

    /**
     * Returns the choices with a verb, including those that are not offered.
     *
     * @param verb the verb
     */
    public List<Choice> choices(Verb verb) {
        return choices.stream().filter(choice -> choice.verb() == verb).toList();
    }

    /** Returns whether a choice can be shown as an example: not about a step of which only a person knows what it does. */
    boolean hasExample() {
        return !kind.equals(DATA_STEP) || likely.isPresent();
    }

    /** Returns the choice to show as an example: the likely one, otherwise the first one that loses no data. */
    public Choice example() {
        return choices.stream()
                .filter(choice -> likely.filter(choice.key()::equals).isPresent())
                .findFirst()
                .or(() -> offered().stream()
                        .filter(choice -> !LOSING.contains(choice.verb()))
                        .findFirst())
                .orElse(choices.get(0));
    }

    /** Returns the question as lines of text, in the style of the plain library. */
    public List<String> describe() {
        return describe(AdviceStyle.LIBRARY);
    }

    /**
     * Returns the question as lines of text; each choice is followed by its option.
     *
     * @param style how the user runs Retort; never null
     */
    public List<String> describe(AdviceStyle style) {
        List<String> lines = new ArrayList<>(sentences);
        for (Choice choice : offered()) {
            String hint = likely.filter(choice.key()::equals).isPresent() ? "   (likely)" : "";
            lines.add("  [" + choice.key() + "] " + choice.meaning() + hint);
            lines.add("      " + style.option(choice.option(subject)));
        }
        return lines;
    }

    /** Returns the question in the form in which it is written as JSON. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", kind + ":" + subject);
        json.put("kind", kind);
        json.put("subject", subject);
        json.put("text", String.join(" ", sentences));
        json.put("evidence", sentences);
        json.put("choices", offered().stream().map(this::json).toList());
        json.put("example", hasExample() ? example().flag(subject) : null);
        return json;
    }

    private Map<String, Object> json(Choice choice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", choice.key());
        json.put("flag", choice.flag(subject));
        json.put("meaning", choice.meaning());
        json.put("likely", likely.filter(choice.key()::equals).isPresent());
        if (choice.value() == null) {
            json.put("placeholder", choice.placeholder());
        }
        if (!choice.allowed().isEmpty()) {
            json.put("allowed", choice.allowed());
        }
        return json;
    }
}
