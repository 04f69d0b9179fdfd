package io.retort.internal.lint;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed at most once, when it is needed. Not thread-safe.
 *
 * @param <T> the type of the value
 */
final class OnDemand<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    OnDemand(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
