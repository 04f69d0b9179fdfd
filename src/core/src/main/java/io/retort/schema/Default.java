package io.retort.schema;

/** The value that a database puts into a column when an insert leaves it out. */
public sealed interface Default {

    /**
     * A plain value, said by each dialect in its own way.
     *
     * @param value a string, a number or a boolean; a whole number is an {@code int} where it fits, whatever it was given as
     */
    record Literal(Object value) implements Default {

        public Literal {
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException("a default is a string, a number or a boolean, not "
                        + value.getClass().getName() + "; say anything else with defaultExpression(...)");
            }
            if (value instanceof Long whole && whole == whole.intValue()) {
                value = whole.intValue();
            }
        }

        @Override
        public String toString() {
            return value instanceof String s ? "'" + s.replace("'", "''") + "'" : value.toString();
        }
    }

    /**
     * An expression in SQL, sent as it stands.
     *
     * @param sql such as {@code current_timestamp}
     */
    record Expression(String sql) implements Default {

        @Override
        public String toString() {
            return sql;
        }
    }
}
