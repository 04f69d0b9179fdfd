package io.retort.diff.author;

import java.util.ArrayList;
import java.util.List;

/**
 * The limits of a comparison, one sentence with its reason each.
 *
 * @param skipped what could not be compared, or differs without an operation for it
 * @param kept the differences that remain because of an answer
 * @param limits what the product does not support or Hibernate does not create there, so that it is never compared
 * @param temporaryDefaults the defaults that a revision created for the inserts of an older release, as an option names them:
 *     {@code customer.tier.default}
 */
public record ComparisonCaveats(
        List<String> skipped, List<String> kept, List<String> limits, List<String> temporaryDefaults) {

    /** A comparison without limits. */
    public static final ComparisonCaveats NONE = new ComparisonCaveats(List.of(), List.of(), List.of());

    /** Removes duplicates. */
    public ComparisonCaveats {
        skipped = skipped.stream().distinct().toList();
        kept = kept.stream().distinct().toList();
        limits = limits.stream().distinct().toList();
        temporaryDefaults = List.copyOf(temporaryDefaults);
    }

    /** Creates the limits of a comparison without temporary defaults. */
    public ComparisonCaveats(List<String> skipped, List<String> kept, List<String> limits) {
        this(skipped, kept, limits, List.of());
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
