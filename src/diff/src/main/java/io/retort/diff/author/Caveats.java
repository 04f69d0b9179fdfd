package io.retort.diff.author;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison does not say, each as a sentence with its reason.
 *
 * @param skipped what should have been compared, or is different, and is in no operation
 * @param kept what is different and stays so, because a person said it
 * @param limits what the product has not, or Hibernate does not make there: it is never compared
 */
public record Caveats(List<String> skipped, List<String> kept, List<String> limits) {

    /** Everything was compared. */
    public static final Caveats NONE = new Caveats(List.of(), List.of(), List.of());

    public Caveats {
        skipped = skipped.stream().distinct().toList();
        kept = kept.stream().distinct().toList();
        limits = limits.stream().distinct().toList();
    }

    static Caveats skipping(List<String> skipped) {
        return new Caveats(skipped, List.of(), List.of());
    }

    /** What somebody may want to do something about. */
    List<String> open() {
        List<String> open = new ArrayList<>(skipped);
        open.addAll(kept);
        return open;
    }
}
