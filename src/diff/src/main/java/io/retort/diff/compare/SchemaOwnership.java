package io.retort.diff.compare;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Decides who owns an object that the database has and no entity declares. A revision's objects can be dropped, those of
 * others are kept.
 *
 * <p>The predicate itself is about tables, sequences and types. Unless overridden, an object inside a table belongs to
 * the owner of the table.
 */
@FunctionalInterface
public interface SchemaOwnership extends Predicate<QualifiedName> {

    /** The owner of an object. */
    enum Owner {
        /** A revision created it, so it is dropped when the entities no longer declare it. */
        REVISION,
        /** No revision created it: it is kept and listed. */
        OTHERS,
        /** It is not compared: it is kept, and not listed. */
        NOT_COMPARED
    }

    /** A property of a column that somebody can set on a live database. */
    enum Property {
        DEFAULT,
        COMMENT,
        COLLATION,
        IDENTITY;

        /** The property as a word in lists and in flags. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The owner of an index of a live table. */
    default Owner owner(Table table, Index index) {
        return owner(table.name());
    }

    /** The owner of a constraint of a live table. */
    default Owner owner(Table table, Constraint constraint) {
        return owner(table.name());
    }

    /** The owner of a property of a column of a live table. */
    default Owner owner(Table table, Column column, Property property) {
        return owner(table.name());
    }

    /** The owner of the comment on a live table. */
    default Owner ownerOfComment(Table table) {
        return owner(table.name());
    }

    private Owner owner(QualifiedName table) {
        return test(table) ? Owner.REVISION : Owner.OTHERS;
    }

    /**
     * Whether an object inside a table, such as a column, is excluded from the comparison on both sides.
     *
     * @param object its name as typed
     */
    default boolean excludes(QualifiedName table, String object) {
        return false;
    }

    /** Whether a live index is hidden from the comparison, because it is kept. */
    default boolean hides(QualifiedName table, Index index) {
        return false;
    }

    /** Whether a live constraint is hidden from the comparison, because it is kept. */
    default boolean hides(QualifiedName table, Constraint constraint) {
        return false;
    }

    /** The same, but that some tables belong to others. */
    default SchemaOwnership keeping(Predicate<QualifiedName> kept) {
        return new DelegatingOwnership(this) {
            @Override
            public boolean test(QualifiedName name) {
                return !kept.test(name) && super.test(name);
            }
        };
    }

    /** The same, with some objects inside tables excluded; the predicate gets the table and the name of the object. */
    default SchemaOwnership excluding(BiPredicate<QualifiedName, String> excluded) {
        return new DelegatingOwnership(this) {
            @Override
            public boolean excludes(QualifiedName table, String object) {
                return excluded.test(table, object) || super.excludes(table, object);
            }
        };
    }
}
