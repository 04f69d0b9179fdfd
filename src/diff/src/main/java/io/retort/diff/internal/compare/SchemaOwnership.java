package io.retort.diff.internal.compare;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Decides who owns an object that the database has and no entity declares. Objects of a revision can be dropped, all
 * others are kept.
 *
 * <p>The predicate itself covers tables, sequences and types. By default, an object within a table belongs to the owner
 * of the table.
 */
@FunctionalInterface
public interface SchemaOwnership extends Predicate<QualifiedName> {

    /** The owner of an object. */
    enum Owner {
        /** A revision created the object. It is dropped when the entities no longer declare it. */
        REVISION,
        /** No revision created the object. It is kept and listed. */
        OTHERS,
        /** A revision created the object for the inserts of an older release. It is kept and listed. */
        OLDER_RELEASE,
        /** The object is not compared. It is kept and not listed. */
        NOT_COMPARED
    }

    /** A property of a column that can be set directly in the database. */
    enum Property {
        /** The default value, including {@code on update}. */
        DEFAULT,
        /** The comment. */
        COMMENT,
        /** The collation. */
        COLLATION,
        /** The options of an identity column. */
        IDENTITY;

        /** Returns the property in lower case, as used in lists and options. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns the owner of an index of a live table.
     *
     * @param table the live table
     * @param index one of its indexes
     */
    default Owner owner(Table table, Index index) {
        return owner(table.name());
    }

    /**
     * Returns the owner of a constraint of a live table.
     *
     * @param table the live table
     * @param constraint one of its constraints
     */
    default Owner owner(Table table, Constraint constraint) {
        return owner(table.name());
    }

    /**
     * Returns the owner of a generated column of a live table.
     *
     * @param table the live table
     * @param column one of its columns
     */
    default Owner owner(Table table, Column column) {
        return owner(table.name());
    }

    /**
     * Returns the owner of a property of a column of a live table.
     *
     * @param table the live table
     * @param column one of its columns
     * @param property the property
     */
    default Owner owner(Table table, Column column, Property property) {
        return owner(table.name());
    }

    /**
     * Returns the owner of a property of a foreign key of a live table.
     *
     * @param table the live table
     * @param key one of its foreign keys
     * @param property the property
     */
    default Owner owner(Table table, Constraint.ForeignKey key, ForeignKeyProperty property) {
        return owner(table, key);
    }

    /**
     * Returns the owner of the comment on a live table.
     *
     * @param table the live table
     */
    default Owner ownerOfComment(Table table) {
        return owner(table.name());
    }

    /**
     * Whether a table belongs to a known library, so that no entity can be its new name.
     *
     * @param name the name of the table
     * @return false by default
     */
    default boolean isOfLibrary(QualifiedName name) {
        return false;
    }

    /**
     * Whether a sequence belongs to a column, so that it is created and dropped with the column.
     *
     * @param sequence the name of the sequence
     * @return false by default
     */
    default boolean isPartOfColumn(QualifiedName sequence) {
        return false;
    }

    private Owner owner(QualifiedName table) {
        return test(table) ? Owner.REVISION : Owner.OTHERS;
    }

    /**
     * Whether an object within a table, such as a column, is excluded from the comparison on both sides.
     *
     * @param table the name of the table
     * @param object the name of the object, as typed
     * @return false by default
     */
    default boolean excludes(QualifiedName table, String object) {
        return false;
    }

    /**
     * Whether a live index is kept and therefore hidden from the comparison.
     *
     * @param table the name of the table
     * @param index one of its indexes
     * @return false by default
     */
    default boolean hides(QualifiedName table, Index index) {
        return false;
    }

    /**
     * Whether a live constraint is kept and therefore hidden from the comparison.
     *
     * @param table the name of the table
     * @param constraint one of its constraints
     * @return false by default
     */
    default boolean hides(QualifiedName table, Constraint constraint) {
        return false;
    }

    /**
     * Returns a copy in which some tables, sequences and types belong to others.
     *
     * @param kept the objects that no revision owns
     */
    default SchemaOwnership keeping(Predicate<QualifiedName> kept) {
        return new DelegatingOwnership(this) {
            @Override
            public boolean test(QualifiedName name) {
                return !kept.test(name) && super.test(name);
            }
        };
    }

    /**
     * Returns a copy in which further sequences belong to columns.
     *
     * @param parts the sequences
     */
    default SchemaOwnership withPartsOfColumns(Predicate<QualifiedName> parts) {
        return new DelegatingOwnership(this) {
            @Override
            public boolean isPartOfColumn(QualifiedName sequence) {
                return parts.test(sequence) || super.isPartOfColumn(sequence);
            }
        };
    }

    /**
     * Returns a copy that excludes some objects within tables.
     *
     * @param excluded receives the name of the table and the name of the object
     */
    default SchemaOwnership excluding(BiPredicate<QualifiedName, String> excluded) {
        return new DelegatingOwnership(this) {
            @Override
            public boolean excludes(QualifiedName table, String object) {
                return excluded.test(table, object) || super.excludes(table, object);
            }
        };
    }
}
