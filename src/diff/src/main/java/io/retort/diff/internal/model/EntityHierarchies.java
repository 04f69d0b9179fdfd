package io.retort.diff.internal.model;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.model.EntityHierarchy.Storage;
import io.retort.diff.internal.model.EntityHierarchy.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Subclass;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Reads the hierarchies of entity classes from Hibernate's metadata. */
public final class EntityHierarchies {

    private final ModelNames names;

    private EntityHierarchies(ModelNames names) {
        this.names = names;
    }

    /**
     * Returns the hierarchies with at least one subclass, each with one kind of storage.
     *
     * @param metadata the entities, completely bound
     * @param dialect the product for which the metadata was built
     * @param currentSchema the current schema of the connection (on MySQL the database), as the catalog stores it; null
     *     if unknown
     */
    public static List<EntityHierarchy> of(Metadata metadata, Dialect dialect, @Nullable String currentSchema) {
        EntityHierarchies reader = new EntityHierarchies(ModelNames.of(metadata, dialect.identifiers(), currentSchema));
        return metadata.getEntityBindings().stream()
                .filter(RootClass.class::isInstance)
                .map(RootClass.class::cast)
                .filter(root -> !root.getDirectSubclasses().isEmpty())
                .map(reader::hierarchy)
                .toList();
    }

    private EntityHierarchy hierarchy(RootClass root) {
        List<Type> types = new ArrayList<>();
        add(root, -1, types);
        return new EntityHierarchy(storage(root.getDirectSubclasses().get(0)), discriminator(root), types);
    }

    private void add(PersistentClass entity, int parent, List<Type> types) {
        String name = Objects.requireNonNullElse(entity.getJpaEntityName(), entity.getEntityName());
        String value = entity.getDiscriminatorValue();
        types.add(new Type(
                name.substring(name.lastIndexOf('.') + 1),
                names.of(entity.getTable()),
                parent,
                value == null || value.equals(entity.getEntityName()) ? name : value,
                !Boolean.TRUE.equals(entity.isAbstract())));
        int self = types.size() - 1;
        entity.getDirectSubclasses().forEach(subclass -> add(subclass, self, types));
    }

    private static Storage storage(Subclass subclass) {
        if (subclass instanceof SingleTableSubclass) {
            return Storage.SINGLE_TABLE;
        }
        return subclass instanceof UnionSubclass ? Storage.TABLE_PER_CLASS : Storage.JOINED;
    }

    /** A formula is not a column, so that no row can be given its class. */
    private @Nullable String discriminator(RootClass root) {
        Value value = root.getDiscriminator();
        Selectable selectable = value == null ? null : value.getSelectables().get(0);
        return selectable instanceof org.hibernate.mapping.Column column ? names.of(column) : null;
    }
}
