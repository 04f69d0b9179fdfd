package io.retort.diff.internal.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An order of boxes in which few connections lead backwards, by the heuristic of Eades, Lin and Smyth. Sinks go to the
 * end and sources to the beginning. Of the rest, the box with the largest surplus of outgoing connections is next.
 */
final class AcyclicOrder {

    private final Map<String, Set<String>> out = new TreeMap<>();
    private final Map<String, Set<String>> in = new TreeMap<>();

    private AcyclicOrder(Collection<String> keys, Collection<Connection> lines) {
        keys.forEach(key -> {
            out.put(key, new TreeSet<>());
            in.put(key, new TreeSet<>());
        });
        for (Connection line : lines) {
            if (!line.from().equals(line.to())) {
                ByKey.of(out, line.from()).add(line.to());
                ByKey.of(in, line.to()).add(line.from());
            }
        }
    }

    /** Returns the position of each box. */
    static Map<String, Integer> of(Collection<String> keys, Collection<Connection> lines) {
        List<String> order = new AcyclicOrder(keys, lines).order();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            positions.put(order.get(i), i);
        }
        return positions;
    }

    private List<String> order() {
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        Set<String> rest = new TreeSet<>(out.keySet());
        while (!rest.isEmpty()) {
            boolean found = true;
            while (found) {
                found = takeAll(rest, out, last) | takeAll(rest, in, first);
            }
            rest.stream()
                    .max((one, other) -> {
                        int surplus = Integer.compare(surplus(one), surplus(other));
                        return surplus == 0 ? other.compareTo(one) : surplus;
                    })
                    .ifPresent(key -> {
                        first.add(key);
                        remove(key, rest);
                    });
        }
        Collections.reverse(last);
        first.addAll(last);
        return first;
    }

    private int surplus(String key) {
        return ByKey.of(out, key).size() - ByKey.of(in, key).size();
    }

    /** Takes all boxes without connections in a direction; returns whether there were any. */
    private boolean takeAll(Set<String> rest, Map<String, Set<String>> direction, List<String> taken) {
        List<String> ends =
                rest.stream().filter(key -> ByKey.of(direction, key).isEmpty()).toList();
        for (String key : ends) {
            taken.add(key);
            remove(key, rest);
        }
        return !ends.isEmpty();
    }

    private void remove(String key, Set<String> rest) {
        rest.remove(key);
        ByKey.of(out, key).forEach(target -> ByKey.of(in, target).remove(key));
        ByKey.of(in, key).forEach(source -> ByKey.of(out, source).remove(key));
    }
}
