package io.retort.diff.internal.compare;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;

/** An ownership that delegates to another one. Subclasses override single decisions. */
public class DelegatingOwnership implements SchemaOwnership {

    private final SchemaOwnership other;

    /**
     * Creates an ownership that decides as another one does.
     *
     * @param other the ownership to delegate to
     */
    public DelegatingOwnership(SchemaOwnership other) {
        this.other = other;
    }

    @Override
    public boolean test(QualifiedName name) {
        return other.test(name);
    }

    @Override
    public Owner owner(Table table, Index index) {
        return other.owner(table, index);
    }

    @Override
    public Owner owner(Table table, Constraint constraint) {
        return other.owner(table, constraint);
    }

    @Override
    public Owner owner(Table table, Column column) {
        return other.owner(table, column);
    }

    @Override
    public Owner owner(Table table, Constraint.ForeignKey key, ForeignKeyProperty property) {
        return other.owner(table, key, property);
    }

    @Override
    public Owner owner(Table table, Column column, Property property) {
        return other.owner(table, column, property);
    }

    @Override
    public Owner ownerOfComment(Table table) {
        return other.ownerOfComment(table);
    }

    @Override
    public boolean isOfLibrary(QualifiedName name) {
        return other.isOfLibrary(name);
    }

    @Override
    public boolean isPartOfColumn(QualifiedName sequence) {
        return other.isPartOfColumn(sequence);
    }

    @Override
    public boolean excludes(QualifiedName table, String object) {
        return other.excludes(table, object);
    }

    @Override
    public boolean hides(QualifiedName table, Index index) {
        return other.hides(table, index);
    }

    @Override
    public boolean hides(QualifiedName table, Constraint constraint) {
        return other.hides(table, constraint);
    }
}
