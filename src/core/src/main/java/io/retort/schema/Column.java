package io.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table. A column is nullable unless {@link #notNull()} is called, as in SQL.
 *
 * <pre>{@code
 * new Column("email", SqlType.varchar(255)).notNull().defaultValue("unknown")
 * }</pre>
 *
 * @param name the name, written as in SQL (see {@link Identifier})
 * @param type the type
 * @param nullable whether null is permitted
 * @param defaultValue the default; null for no default
 * @param generation how the database generates the values; null if it does not
 * @param collation the collation; null for the database's default
 * @param comment the comment; null for no comment
 */
public record Column(
        String name,
        SqlType type,
        boolean nullable,
        @Nullable Default defaultValue,
        @Nullable Generation generation,
        @Nullable String collation,
        @Nullable String comment)
        implements Table.Element {

    /**
     * A column that is added or changed without blocking other sessions.
     *
     * @param column the column
     */
    public record Concurrent(Column column) {}

    /** Creates a nullable column without a default, generation, collation or comment. */
    public Column(String name, SqlType type) {
        this(name, type, true, null, null, null, null);
    }

    /**
     * Returns this column for an addition or a change that does not block other sessions where the product can. PostgreSQL
     * needs several statements outside a transaction. MySQL and MariaDB refuse the statement instead of blocking writes. The other
     * products make the change in the ordinary way.
     */
    public Concurrent concurrently() {
        return new Concurrent(this);
    }

    /** Returns a copy that is not nullable. */
    public Column notNull() {
        return withNullable(false);
    }

    /** Returns a copy that is nullable or not. */
    public Column withNullable(boolean allowed) {
        return new Column(name, type, allowed, defaultValue, generation, collation, comment);
    }

    /**
     * Returns a copy with a literal as default.
     *
     * @param value a string, a number or a boolean
     * @throws IllegalArgumentException if the value is anything else; use {@link #defaultExpression}
     */
    public Column defaultValue(Object value) {
        return withDefault(new Default.Literal(value));
    }

    /**
     * Returns a copy with a literal as default, with which an older release inserts rows: it does not map the column. The
     * entities do not declare the default, so the command {@code check} accepts it, and the command {@code revision} keeps
     * it until its option {@code drop=customer.tier.default} drops it.
     *
     * <pre>{@code
     * op.addColumn("customer", column("tier", varchar(20)).notNull().temporaryDefault("BASIC"));
     * }</pre>
     *
     * @param value a string, a number or a boolean
     * @throws IllegalArgumentException if the value is anything else
     */
    public Column temporaryDefault(Object value) {
        return withDefault(new Default.Literal(value, true));
    }

    /** Returns a copy with an SQL expression as default, which is sent unchanged: {@code current_timestamp}. */
    public Column defaultExpression(String sql) {
        return withDefault(new Default.Expression(sql));
    }

    /** Returns a copy with another default; null for no default. */
    public Column withDefault(@Nullable Default value) {
        return new Column(name, type, nullable, value, generation, collation, comment);
    }

    /** Returns a copy as an identity column that starts at 1; inserts can supply their own value. */
    public Column identity() {
        return withGeneration(Generation.Identity.BY_DEFAULT);
    }

    /** Returns a copy as an identity column that starts at 1; inserts cannot supply their own value. */
    public Column identityAlways() {
        return withGeneration(new Generation.Identity(true, 1, 1));
    }

    /** Returns a copy as a stored generated column: {@code computed("amount * 2")}. */
    public Column computed(String expression) {
        return withGeneration(new Generation.Computed(expression, true));
    }

    /**
     * Returns a copy as a virtual generated column, which is computed when it is read: {@code computedVirtual("amount * 2")}.
     * PostgreSQL has such columns since version 18. H2 and HSQLDB have one kind of generated column, and use it for both.
     */
    public Column computedVirtual(String expression) {
        return withGeneration(new Generation.Computed(expression, false));
    }

    /** Returns a copy with another generation; null for an ordinary column. */
    public Column withGeneration(@Nullable Generation value) {
        return new Column(name, type, nullable, defaultValue, value, collation, comment);
    }

    /**
     * Returns a copy with another collation: {@code column("code", varchar(20)).collation("C")}. The names are those of the
     * product. H2 has collations only for the whole database and refuses one.
     *
     * @param value the name, as the product spells it; null for the database's default
     */
    public Column collation(@Nullable String value) {
        return new Column(name, type, nullable, defaultValue, generation, value, comment);
    }

    /** Returns a copy with another comment; null for no comment. */
    public Column comment(@Nullable String value) {
        return new Column(name, type, nullable, defaultValue, generation, collation, value);
    }

    /** Returns a copy with another name. */
    public Column withName(String value) {
        return new Column(value, type, nullable, defaultValue, generation, collation, comment);
    }

    /** Returns a copy with another type. */
    public Column withType(SqlType value) {
        return new Column(name, value, nullable, defaultValue, generation, collation, comment);
    }

    /** Returns a description without the name, for messages: {@code varchar(255) not null default 'x'}. */
    public String description() {
        StringBuilder words = new StringBuilder(type.toString());
        if (!nullable) {
            words.append(" not null");
        }
        if (defaultValue != null) {
            words.append(" default ").append(defaultValue);
        }
        if (generation instanceof Generation.Identity) {
            words.append(" identity");
        } else if (generation instanceof Generation.Computed computed) {
            words.append(" computed (").append(computed.expression()).append(')');
        }
        if (collation != null) {
            words.append(" collate ").append(collation);
        }
        return words.toString();
    }

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
}
