package io.retort.diff.internal.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Orders renames whose new names other objects still have: chains and circles. */
final class RenameOrder {

    /**
     * One rename.
     *
     * @param before the present name
     * @param after the new name
     */
    record Step<N>(N before, N after) {}

    private RenameOrder() {}

    /**
     * Returns the steps. Each object is renamed as soon as its new name is free; a circle begins with a temporary name.
     *
     * @param renames the new names by the present ones; no new name occurs twice
     * @param taken whether an object has a name before the first step
     * @param temporary returns an unused name, each time another one
     */
    static <N> List<Step<N>> of(Map<N, N> renames, Predicate<N> taken, Supplier<N> temporary) {
        List<Step<N>> steps = new ArrayList<>();
        Map<N, N> left = new LinkedHashMap<>(renames);
        List<N> freed = new ArrayList<>();
        while (!left.isEmpty()) {
            Map.Entry<N, N> next = left.entrySet().stream()
                    .filter(rename -> freed.contains(rename.getValue()) || !taken.test(rename.getValue()))
                    .findFirst()
                    .orElseGet(() -> left.entrySet().iterator().next());
            N before = next.getKey();
            N target = next.getValue();
            boolean free = freed.contains(target) || !taken.test(target);
            N name = free ? target : temporary.get();
            left.remove(before);
            freed.add(before);
            steps.add(new Step<>(before, name));
            if (!free) {
                left.put(name, target);
            }
        }
        return steps;
    }
}
