package io.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name the name
 * @param start the first value
 * @param increment the difference between two values
 * @param minimum the smallest value; null for the product's default
 * @param maximum the largest value; null for the product's default
 * @param cache how many values a session allocates at once; null for the product's default
 * @param cycle whether the sequence starts again after its last value
 */
public record Sequence(
        QualifiedName name,
        long start,
        long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable Long cache,
        boolean cycle) {

    /** Creates a sequence that starts at 1 and is incremented by 1. */
    public Sequence(QualifiedName name) {
        this(name, 1, 1, null, null, null, false);
    }

    /** Returns a copy with another first value. */
    public Sequence startWith(long value) {
        return new Sequence(name, value, increment, minimum, maximum, cache, cycle);
    }

    /** Returns a copy with another increment; the {@code allocationSize} of a JPA generator. */
    public Sequence incrementBy(long value) {
        return new Sequence(name, start, value, minimum, maximum, cache, cycle);
    }

    /** Returns a copy with another smallest value; null for the product's default. */
    public Sequence minimum(@Nullable Long value) {
        return new Sequence(name, start, increment, value, maximum, cache, cycle);
    }

    /** Returns a copy with another largest value; null for the product's default. */
    public Sequence maximum(@Nullable Long value) {
        return new Sequence(name, start, increment, minimum, value, cache, cycle);
    }

    /** Returns a copy with another cache size; null for the product's default. HSQLDB refuses a cache size. */
    public Sequence cache(@Nullable Long value) {
        return new Sequence(name, start, increment, minimum, maximum, value, cycle);
    }

    /** Returns a copy that starts again after its last value. */
    public Sequence cycling() {
        return new Sequence(name, start, increment, minimum, maximum, cache, true);
    }

    /** Returns a copy with another name. */
    public Sequence withName(QualifiedName value) {
        return new Sequence(value, start, increment, minimum, maximum, cache, cycle);
    }

    /** Returns a description for messages: {@code order_seq start 1 increment 50}. */
    public String description() {
        return name + " start " + start + " increment " + increment;
    }
}
