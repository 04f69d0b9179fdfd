package io.retort.diff.internal.draw;

import java.util.Map;
import java.util.Objects;

/** Looks up keys that a map contains by construction. */
final class ByKey {

    private ByKey() {}

    /**
     * Returns the value of a key.
     *
     * @throws NullPointerException if the map does not contain it
     */
    static <V> V of(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
