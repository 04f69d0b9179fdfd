package io.retort.diff.internal.model;

import io.retort.dialect.Dialect;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Java names of tables and columns. If a column is renamed but its field keeps its name, the field identifies
 * the column.
 */
public final class JavaNames {

    private final ModelNames names;
    private final Map<String, String> found = new HashMap<>();

    private JavaNames(ModelNames names) {
        this.names = names;
    }

    /**
     * Returns the names of entities by {@code table}, and those of fields by {@code table.column}.
     *
     * @param metadata the entities, completely bound
     * @param dialect the product for which the metadata was built
     * @param currentSchema the current schema of the connection (on MySQL the database), as the catalog stores it; null
     *     if unknown
     */
    public static Map<String, String> of(Metadata metadata, Dialect dialect, @Nullable String currentSchema) {
        JavaNames java = new JavaNames(ModelNames.of(metadata, dialect.identifiers(), currentSchema));
        metadata.getEntityBindings().forEach(java::read);
        return Map.copyOf(java.found);
    }

    private void read(PersistentClass entity) {
        Table table = entity.getTable();
        String entityName = Objects.requireNonNullElse(entity.getJpaEntityName(), entity.getEntityName());
        found.putIfAbsent(names.of(table).toString(), entityName.substring(entityName.lastIndexOf('.') + 1));
        entity.getProperties().forEach(this::read);
        Property id = entity.getIdentifierProperty();
        if (id != null) {
            read(id);
        }
    }

    private void read(Property property) {
        Table table = property.getValue().getTable();
        if (table != null) {
            for (Selectable selectable : property.getSelectables()) {
                if (selectable instanceof Column column) {
                    found.putIfAbsent(names.of(table) + "." + names.of(column), property.getName());
                }
            }
        }
    }
}
