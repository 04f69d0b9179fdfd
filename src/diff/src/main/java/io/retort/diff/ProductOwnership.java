package io.retort.diff;

import io.retort.diff.internal.compare.DelegatingOwnership;
import io.retort.diff.internal.compare.SchemaOwnership;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Table;
import org.hibernate.boot.Metadata;

/**
 * Excludes from the comparison the objects that Hibernate never creates on a product, so that they are not dropped. On
 * SQLite these are foreign keys, unique constraints over several columns, and {@code autoincrement}.
 */
final class ProductOwnership extends DelegatingOwnership {

    private ProductOwnership(SchemaOwnership history) {
        super(history);
    }

    static SchemaOwnership of(SchemaOwnership history, Metadata metadata) {
        return HibernateModel.altersTables(metadata) ? history : new ProductOwnership(history);
    }

    @Override
    public Owner owner(Table table, Constraint constraint) {
        boolean needsAlterTable = constraint instanceof ForeignKey
                || constraint instanceof Unique unique && unique.columns().size() > 1;
        return needsAlterTable ? Owner.NOT_COMPARED : super.owner(table, constraint);
    }

    @Override
    public Owner owner(Table table, Column column, Property property) {
        return property == Property.IDENTITY ? Owner.NOT_COMPARED : super.owner(table, column, property);
    }
}
