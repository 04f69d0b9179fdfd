package io.retort.internal.sql.client;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices that are reproducible by a seed. */
record ScriptDraw(SplittableRandom random) {

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean in(int chances) {
        return random.nextInt(chances) == 0;
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
