package io.retort.internal.state;

import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;

/**
 * Identifies an object of a schema.
 *
 * @param kind the kind of object
 * @param owner the table of a column, constraint or index; the object's own name otherwise
 * @param name the name within the table; the object's own name otherwise
 */
public record SchemaObject(Kind kind, QualifiedName owner, String name) {

    /** The name of the primary key of a table, whatever the database calls it. */
    public static final String PRIMARY_KEY = "primary key";

    /** The kinds of objects. */
    public enum Kind {
        /** A table, without its parts. */
        TABLE,
        /** A column of a table. */
        COLUMN,
        /** A constraint of a table. */
        CONSTRAINT,
        /** An index of a table. */
        INDEX,
        /** A sequence. */
        SEQUENCE,
        /** A named enum type. */
        ENUM_TYPE
    }

    /** Identifies a table. */
    public static SchemaObject table(QualifiedName name) {
        return new SchemaObject(Kind.TABLE, name, name.name());
    }

    /** Identifies a column. */
    public static SchemaObject column(QualifiedName table, String name) {
        return new SchemaObject(Kind.COLUMN, table, name);
    }

    /** Identifies a constraint; the primary key of a table has the same identity whatever its name is. */
    public static SchemaObject constraint(QualifiedName table, Constraint constraint) {
        String name = constraint.name();
        return new SchemaObject(
                Kind.CONSTRAINT,
                table,
                name == null || constraint instanceof Constraint.PrimaryKey ? PRIMARY_KEY : name);
    }

    /** Identifies an index. */
    public static SchemaObject index(QualifiedName table, String name) {
        return new SchemaObject(Kind.INDEX, table, name);
    }

    /** Identifies a sequence. */
    public static SchemaObject sequence(QualifiedName name) {
        return new SchemaObject(Kind.SEQUENCE, name, name.name());
    }

    /** Identifies a named enum type. */
    public static SchemaObject enumType(QualifiedName name) {
        return new SchemaObject(Kind.ENUM_TYPE, name, name.name());
    }

    SchemaObject in(QualifiedName table) {
        boolean part = kind == Kind.COLUMN || kind == Kind.CONSTRAINT || kind == Kind.INDEX;
        return new SchemaObject(kind, table, part ? name : table.name());
    }

    SchemaObject named(String other) {
        return new SchemaObject(kind, owner, other);
    }
}
