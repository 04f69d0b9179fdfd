package io.retort.diff.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that only a person can know.
 *
 * @param kind what sort of question it is, for machines: {@code column-gone}, {@code value-needed} ...
 * @param subject what it is about, as it stands in flags: {@code customer.mail}
 * @param sentences what is known, with the evidence
 * @param choices the ways to answer, the most likely first
 * @param likely the key of the choice that is probably right; empty where none stands out
 * @param meanwhile what is assumed to go on with, so that all questions can be asked at once; never written
 */
public record Question(
        String kind,
        String subject,
        List<String> sentences,
        List<Choice> choices,
        Optional<String> likely,
        Answer meanwhile) {

    /** What nobody should copy without thinking. */
    private static final Set<Verb> LOSING = EnumSet.of(Verb.RENAME, Verb.DROP, Verb.CUT, Verb.ACCEPT);

    public Question {
        sentences = List.copyOf(sentences);
        choices = List.copyOf(choices);
    }

    /** The choices that are offered. */
    public List<Choice> offered() {
        return choices.stream().filter(Choice::shown).toList();
    }

    /** The choices with a verb. */
    public List<Choice> choices(Verb verb) {
        return choices.stream().filter(choice -> choice.verb() == verb).toList();
    }

    /** The choice to show as an example: the likely one, or the first that gives nothing up. */
    public Choice example() {
        return choices.stream()
                .filter(choice -> likely.filter(choice.key()::equals).isPresent())
                .findFirst()
                .or(() -> offered().stream()
                        .filter(choice -> !LOSING.contains(choice.verb()))
                        .findFirst())
                .orElse(choices.get(0));
    }

    /** The question for people, line by line; each choice with its flag. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>(sentences);
        for (Choice choice : offered()) {
            String hint = likely.filter(choice.key()::equals).isPresent() ? "   (likely)" : "";
            lines.add("  [" + choice.key() + "] " + choice.meaning() + hint);
            lines.add("      -D" + choice.flag(subject));
        }
        return lines;
    }

    /** The question for machines. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind);
        json.put("subject", subject);
        json.put("evidence", sentences);
        json.put("choices", offered().stream().map(this::json).toList());
        return json;
    }

    private Map<String, Object> json(Choice choice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", choice.key());
        json.put("flag", choice.flag(subject));
        json.put("meaning", choice.meaning());
        json.put("likely", likely.filter(choice.key()::equals).isPresent());
        return json;
    }
}
