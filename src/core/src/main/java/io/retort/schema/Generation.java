package io.retort.schema;

/** How a database generates the values of a column. */
public sealed interface Generation {

    /**
     * An identity: {@code generated ... as identity}, {@code auto_increment}.
     *
     * @param always whether inserts cannot supply their own value
     * @param start the first value
     * @param increment the difference between two values
     */
    record Identity(boolean always, long start, long increment) implements Generation {

        /** Starts at 1, is incremented by 1 and accepts values of inserts, as JPA expects. */
        public static final Identity BY_DEFAULT = new Identity(false, 1, 1);

        /** Returns a copy with another first value. */
        public Identity startWith(long value) {
            return new Identity(always, value, increment);
        }

        /** Returns a copy with another difference between two values. */
        public Identity incrementBy(long value) {
            return new Identity(always, start, value);
        }
    }

    /**
     * A generated column: a value that is computed from other columns of the row.
     *
     * @param expression the SQL expression
     * @param stored whether the value is stored ({@code stored}), or computed when it is read ({@code virtual})
     */
    record Computed(String expression, boolean stored) implements Generation {}
}
