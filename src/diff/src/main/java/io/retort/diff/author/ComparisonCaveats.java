package io.retort.diff.author;

import java.util.ArrayList;
import java.util.List;

/**
 * The limits of a comparison, one sentence with its reason each.
 *
 * @param skipped what could not be compared, or differs without an operation for it
 * @param kept the differences that remain because of an answer
 * @param limits what the product does not support or Hibernate does not create there, so that it is never compared
 */
public record ComparisonCaveats(List<String> skipped, List<String> kept, List<String> limits) {

    /** A comparison without limits. */
    public static final ComparisonCaveats NONE = new ComparisonCaveats(List.of(), List.of(), List.of());

    /** Removes duplicates. */
    public ComparisonCaveats {
        skipped = skipped.stream().distinct().toList();
        kept = kept.stream().distinct().toList();
        limits = limits.stream().distinct().toList();
    }

    static ComparisonCaveats skipping(List<String> skipped) {
        return new ComparisonCaveats(skipped, List.of(), List.of());
    }

    /** Returns the caveats that you can act on. */
    List<String> open() {
        List<String> open = new ArrayList<>(skipped);
        open.addAll(kept);
        return open;
    }
}
