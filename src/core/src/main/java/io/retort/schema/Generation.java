package io.retort.schema;

/** How a database makes a column's values by itself. */
public sealed interface Generation {

    /**
     * Numbers counted up by the database: {@code generated ... as identity}, {@code auto_increment}.
     *
     * @param always true if an insert may not bring a value of its own
     * @param start the first number
     * @param increment the distance between two numbers
     */
    record Identity(boolean always, long start, long increment) implements Generation {

        /** An identity that counts 1, 2, 3 and lets an insert bring its own value: what JPA expects. */
        public static final Identity BY_DEFAULT = new Identity(false, 1, 1);
    }

    /**
     * A value computed from the row's other columns.
     *
     * @param expression in SQL
     * @param stored true if the value is kept on disk, false if it is computed when read
     */
    record Computed(String expression, boolean stored) implements Generation {}
}
