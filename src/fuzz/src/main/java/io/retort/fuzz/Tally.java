package io.retort.fuzz;

import io.retort.fuzz.KnownDefects.Known;
import io.retort.fuzz.run.Failure;
import io.retort.fuzz.run.StoryOutcome;
import io.retort.fuzz.run.StoryOutcome.End;
import io.retort.fuzz.story.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts stories by product, kind of change and outcome. */
final class Tally {

    private final Map<String, Map<String, Integer>> ends = new TreeMap<>();
    private final Map<String, Map<String, Integer>> changes = new TreeMap<>();
    private final Map<String, Integer> known = new TreeMap<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Map<String, Integer> discarded = new TreeMap<>();
    private final Map<String, Duration> took = new TreeMap<>();

    /** Counts a story and returns the failures that no known defect explains. */
    List<Failure> add(Story story, StoryOutcome outcome, Duration time) {
        List<Failure> unknown = new ArrayList<>();
        for (Failure failure : outcome.failures()) {
            Optional<Known> defect = KnownDefects.of(story, failure);
            defect.ifPresent(found -> known.merge(found.id(), 1, Integer::sum));
            if (defect.isEmpty()) {
                unknown.add(failure);
            }
        }
        String end = outcome.end() == End.FAILED && unknown.isEmpty()
                ? "KNOWN_DEFECT"
                : outcome.end().toString();
        ends.computeIfAbsent(story.product(), product -> new TreeMap<>()).merge(end, 1, Integer::sum);
        story.changes()
                .forEach(change -> changes.computeIfAbsent(change, name -> new TreeMap<>())
                        .merge(story.product(), 1, Integer::sum));
        outcome.flags().forEach(flag -> answers.merge(answer(flag), 1, Integer::sum));
        if (outcome.end() == End.DISCARDED) {
            discarded.merge(reason(outcome.note()), 1, Integer::sum);
        }
        took.merge(story.product(), time, Duration::plus);
        return unknown;
    }

    /** The kind of a question with the verb of its answer: {@code nulls fill}. */
    private static String answer(String flag) {
        return flag.substring(flag.lastIndexOf('(') + 1, flag.length() - 1) + " "
                + flag.substring(2, flag.indexOf('='));
    }

    private static String reason(String note) {
        String line = note.replaceAll("'[^']*'|\"[^\"]*\"|`[^`]*`|\\d+", "#");
        return line.substring(0, Math.min(420, line.length()));
    }

    /** Returns the number of stories. */
    int stories() {
        return ends.values().stream()
                .flatMap(counts -> counts.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Returns the counts as lines of text. */
    List<String> describe() {
        List<String> lines = new ArrayList<>();
        ends.forEach((product, counts) -> {
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            double seconds = Objects.requireNonNull(took.get(product)).toMillis() / 1000.0;
            lines.add(String.format("%-11s %5d stories, %.2f a second: %s", product, all, all / seconds, counts));
        });
        TreeSet<String> products = new TreeSet<>(ends.keySet());
        lines.add(String.format("%-22s %s", "change", String.join("  ", products)));
        changes.forEach((change, counts) -> {
            StringBuilder line = new StringBuilder(String.format("%-22s", change));
            products.forEach(product ->
                    line.append(String.format(" %" + (product.length() + 1) + "d", counts.getOrDefault(product, 0))));
            lines.add(line.toString());
        });
        answers.forEach((answer, count) -> lines.add(String.format("answer %-30s %5d", answer, count)));
        known.forEach((id, count) -> lines.add("known defect " + id + ": " + count));
        discarded.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(15)
                .forEach(entry -> lines.add("discarded " + entry.getValue() + ": " + entry.getKey()));
        return lines;
    }
}
