package io.retort.diff.question.rename;

import io.retort.diff.question.Choice;
import io.retort.diff.question.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The new things that a gone one may have become, the likeliest first.
 *
 * @param candidates all of them
 */
record Ranking(List<Candidate> candidates) {

    private static final int OFFERED = 3;
    private static final int AHEAD = 10;

    /** A new thing's name, and how much it has in common with the gone one. */
    record Candidate(String name, Likeness likeness) {}

    Ranking {
        candidates = candidates.stream()
                .sorted(Comparator.comparing(
                                (Candidate candidate) -> -candidate.likeness().points())
                        .thenComparing(Candidate::name))
                .toList();
    }

    /** Rename choices for all; only the likeliest are offered. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int place = choices.size() + 1;
            boolean offered = place <= OFFERED && candidate.likeness().isOffered();
            choices.add(new Choice(
                    place == 1 ? "r" : "r" + place,
                    Verb.RENAME,
                    candidate.name(),
                    "it is now called " + candidate.name() + "; its data stays ("
                            + String.join(", ", candidate.likeness().reasons()) + ")",
                    "",
                    offered));
        }
        return choices;
    }

    /** The first that is offered; what is assumed while nobody has said otherwise. */
    Optional<Candidate> best() {
        return candidates.stream()
                .findFirst()
                .filter(candidate -> candidate.likeness().isOffered());
    }

    /** The first, if it is good and well before the second. */
    Optional<Candidate> likely() {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        int first = candidates.get(0).likeness().points();
        int second = candidates.size() < 2 ? 0 : candidates.get(1).likeness().points();
        return first >= Likeness.LIKELY && first - second >= AHEAD ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
