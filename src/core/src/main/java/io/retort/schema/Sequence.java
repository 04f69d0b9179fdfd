package io.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A counter that lives apart from any table.
 *
 * @param name its name
 * @param start the first number
 * @param increment the distance between two numbers
 * @param minimum the least number; null for the database's own
 * @param maximum the greatest number; null for the database's own
 * @param cache how many numbers a session takes at once; null for the database's own
 * @param cycle whether it begins again at its end
 */
public record Sequence(
        QualifiedName name,
        long start,
        long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable Long cache,
        boolean cycle) {

    public Sequence(QualifiedName name) {
        this(name, 1, 1, null, null, null, false);
    }

    public Sequence startWith(long value) {
        return new Sequence(name, value, increment, minimum, maximum, cache, cycle);
    }

    public Sequence incrementBy(long value) {
        return new Sequence(name, start, value, minimum, maximum, cache, cycle);
    }

    public Sequence minimum(@Nullable Long value) {
        return new Sequence(name, start, increment, value, maximum, cache, cycle);
    }

    public Sequence maximum(@Nullable Long value) {
        return new Sequence(name, start, increment, minimum, value, cache, cycle);
    }

    public Sequence cache(@Nullable Long value) {
        return new Sequence(name, start, increment, minimum, maximum, value, cycle);
    }

    public Sequence cycling() {
        return new Sequence(name, start, increment, minimum, maximum, cache, true);
    }

    public Sequence withName(QualifiedName value) {
        return new Sequence(value, start, increment, minimum, maximum, cache, cycle);
    }

    /** The sequence as a person says it: {@code order_seq start 1 increment 50}. */
    public String description() {
        return name + " start " + start + " increment " + increment;
    }
}
