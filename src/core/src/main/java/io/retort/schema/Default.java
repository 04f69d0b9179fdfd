package io.retort.schema;

/** The default of a column. */
public sealed interface Default {

    /**
     * A literal, which each dialect writes in its own syntax.
     *
     * @param value a string, a number or a boolean; a {@code Long} that fits becomes an {@code Integer}
     * @param temporary whether the database keeps it only for the inserts of an older release, so that the entities do not
     *     declare it; has no effect on the SQL
     */
    record Literal(Object value, boolean temporary) implements Default {

        /**
         * Checks and normalizes the value.
         *
         * @throws IllegalArgumentException if the value is not a string, a number or a boolean
         */
        public Literal {
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException("a default is a string, a number or a boolean, not "
                        + value.getClass().getName() + "; give anything else with defaultExpression(...)");
            }
            if (value instanceof Long whole && whole == whole.intValue()) {
                value = whole.intValue();
            }
        }

        /**
         * Creates a default that the entities declare.
         *
         * @throws IllegalArgumentException if the value is not a string, a number or a boolean
         */
        public Literal(Object value) {
            this(value, false);
        }

        @Override
        public String toString() {
            return value instanceof String s ? "'" + s.replace("'", "''") + "'" : value.toString();
        }
    }

    /**
     * An SQL expression, which is sent unchanged.
     *
     * @param sql for example {@code current_timestamp}
     */
    record Expression(String sql) implements Default {

        @Override
        public String toString() {
            return sql;
        }
    }
}
