package io.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Nullable unless said otherwise, as in SQL.
 *
 * @param name as typed (see {@link Identifier})
 * @param type what it holds
 * @param nullable whether a row may go without a value
 * @param defaultValue what an insert without a value gets; null for none
 * @param generation how the database makes the values by itself; null if it does not
 * @param collation how texts are compared; null for the database's own way
 * @param comment what people wrote about it; null for none
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

    public Column(String name, SqlType type) {
        this(name, type, true, null, null, null, null);
    }

    public Column notNull() {
        return withNullable(false);
    }

    public Column withNullable(boolean allowed) {
        return new Column(name, type, allowed, defaultValue, generation, collation, comment);
    }

    /** With a plain value as default: a string, a number or a boolean. */
    public Column defaultValue(Object value) {
        return withDefault(new Default.Literal(value));
    }

    /** With an SQL expression as default, sent as it stands. */
    public Column defaultExpression(String sql) {
        return withDefault(new Default.Expression(sql));
    }

    public Column withDefault(@Nullable Default value) {
        return new Column(name, type, nullable, value, generation, collation, comment);
    }

    /** Counted up by the database; an insert may bring its own value. */
    public Column identity() {
        return withGeneration(Generation.Identity.BY_DEFAULT);
    }

    /** Counted up by the database; an insert may not bring its own value. */
    public Column identityAlways() {
        return withGeneration(new Generation.Identity(true, 1, 1));
    }

    /** Computed from other columns and stored. */
    public Column computed(String expression) {
        return withGeneration(new Generation.Computed(expression, true));
    }

    /** Computed from other columns whenever it is read. */
    public Column computedVirtual(String expression) {
        return withGeneration(new Generation.Computed(expression, false));
    }

    public Column withGeneration(@Nullable Generation value) {
        return new Column(name, type, nullable, defaultValue, value, collation, comment);
    }

    public Column collation(@Nullable String value) {
        return new Column(name, type, nullable, defaultValue, generation, value, comment);
    }

    public Column comment(@Nullable String value) {
        return new Column(name, type, nullable, defaultValue, generation, collation, value);
    }

    public Column withName(String value) {
        return new Column(value, type, nullable, defaultValue, generation, collation, comment);
    }

    public Column withType(SqlType value) {
        return new Column(name, value, nullable, defaultValue, generation, collation, comment);
    }

    /** The column as a person says it, without its name: {@code varchar(255) not null default 'x'}. */
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
}
