package io.retort.operation.gen;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A way to make random things, and to hold a law against many of them.
 *
 * <p>Each thing is made from one seed of its own; a failure names it, and {@code -Dgen.seed=<seed>} makes that thing alone.
 *
 * @param <T> the things
 */
@FunctionalInterface
public interface Gen<T> {

    /** The things that a law is held against, unless {@code -Dgen.runs} says otherwise. */
    int RUNS = Integer.getInteger("gen.runs", 300);

    T next(SplittableRandom random);

    /** A law: throws when a thing breaks it. */
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

    /** So many of these, or fewer. */
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

    /** Holds a law against many things. */
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

    /** Many things at once, each made from a seed of its own. */
    default List<T> sample() {
        return Stream.of(seeds()).map(seed -> next(new SplittableRandom(seed))).toList();
    }

    private static Long[] seeds() {
        Long replayed = Long.getLong("gen.seed");
        return replayed != null
                ? new Long[] {replayed}
                : new SplittableRandom().longs(RUNS).boxed().toArray(Long[]::new);
    }
}
