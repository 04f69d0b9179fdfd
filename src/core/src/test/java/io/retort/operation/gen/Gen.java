package io.retort.operation.gen;

import io.retort.testkit.TestSeed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A generator of random values, and a way to check a law with many of them.
 *
 * <p>Each value is generated from its own seed. A failure names the seed, and {@code -Dgen.seed=<seed>} generates only
 * that value.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface Gen<T> {

    /** The number of values per law; {@code -Dgen.runs} overrides it. */
    int RUNS = Integer.getInteger("gen.runs", 300);

    T next(SplittableRandom random);

    /** A law: throws if a value violates it. */
    @FunctionalInterface
    interface Law<T> {
        void check(T thing) throws Exception;
    }

    default <R> Gen<R> map(Function<? super T, ? extends R> change) {
        return random -> change.apply(next(random));
    }

    default <R> Gen<R> then(Function<? super T, Gen<R>> other) {
        return random -> other.apply(next(random)).next(random);
    }

    /** Generates lists with a length in this range. */
    default Gen<List<T>> list(int least, int most) {
        return random -> {
            int size = random.nextInt(least, most + 1);
            List<T> things = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                things.add(next(random));
            }
            return things;
        };
    }

    static <T> Gen<T> just(T thing) {
        return random -> thing;
    }

    @SafeVarargs
    static <T> Gen<T> of(T... things) {
        return random -> things[random.nextInt(things.length)];
    }

    static <T> Gen<T> of(List<T> things) {
        return random -> things.get(random.nextInt(things.size()));
    }

    @SafeVarargs
    static <T> Gen<T> oneOf(Gen<? extends T>... gens) {
        return random -> gens[random.nextInt(gens.length)].next(random);
    }

    static Gen<Integer> ints(int least, int most) {
        return random -> random.nextInt(least, most + 1);
    }

    static Gen<Boolean> booleans() {
        return SplittableRandom::nextBoolean;
    }

    /** Checks a law with many values. */
    default void forAll(Law<? super T> law) {
        for (long seed : seeds()) {
            T thing = next(new SplittableRandom(seed));
            try {
                law.check(thing);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("-Dgen.seed=" + seed + " makes\n" + thing + "\n" + e.getMessage(), e);
            }
        }
    }

    /** Returns many values, each generated from its own seed. */
    default List<T> sample() {
        return Stream.of(seeds()).map(seed -> next(new SplittableRandom(seed))).toList();
    }

    private static Long[] seeds() {
        Long replayed = Long.getLong("gen.seed");
        return replayed != null
                ? new Long[] {replayed}
                : new SplittableRandom(TestSeed.of("gen.first"))
                        .longs(RUNS)
                        .boxed()
                        .toArray(Long[]::new);
    }
}
