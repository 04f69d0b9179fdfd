package io.retort.diff.internal.interview;

import io.retort.diff.question.Choice;
import io.retort.diff.question.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The candidates for the new name of a removed object, the most likely first.
 *
 * @param candidates all candidates
 */
record RenameCandidates(List<Candidate> candidates) {

    private static final int OFFERED = 3;
    private static final int AHEAD = 10;

    /** A new object, and its similarity to the removed one. */
    record Candidate(String name, SimilarityScore similarity) {}

    RenameCandidates {
        candidates = candidates.stream()
                .sorted(Comparator.comparing(
                                (Candidate candidate) -> -candidate.similarity().points())
                        .thenComparing(Candidate::name))
                .toList();
    }

    /** Returns a rename choice for each candidate, of which only the most likely are offered. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int place = choices.size() + 1;
            boolean offered = place <= OFFERED && candidate.similarity().isOffered();
            choices.add(new Choice(
                    place == 1 ? "r" : "r" + place,
                    Verb.RENAME,
                    candidate.name(),
                    "it is now called " + candidate.name() + "; its data is kept ("
                            + String.join(", ", candidate.similarity().reasons()) + ")",
                    "",
                    offered));
        }
        return choices;
    }

    /** Returns the best offered candidate, which is the assumption of an open question. */
    Optional<Candidate> best() {
        return candidates.stream()
                .findFirst()
                .filter(candidate -> candidate.similarity().isOffered());
    }

    /** Returns the best candidate if its score is high and well above the second. */
    Optional<Candidate> likely() {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        int first = candidates.get(0).similarity().points();
        int second = candidates.size() < 2 ? 0 : candidates.get(1).similarity().points();
        return first >= SimilarityScore.LIKELY && first - second >= AHEAD
                ? Optional.of(candidates.get(0))
                : Optional.empty();
    }
}
