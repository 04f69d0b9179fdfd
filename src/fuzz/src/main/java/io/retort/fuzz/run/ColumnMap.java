package io.retort.fuzz.run;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.Model;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/**
 * The tables and columns in which Hibernate stores the attributes of a model.
 *
 * @param columns the columns of each attribute as {@code table.column} in lower case, by {@code entity/attribute} uids
 * @param tables the table of each entity in lower case, by uid
 * @param quotedTables the table of each entity in SQL, by uid
 * @param quotedColumns the first column of each attribute in SQL, by {@code entity/attribute}; attribute 0 is the id
 * @param collections the tables of collection attributes, by {@code entity/attribute}
 */
record ColumnMap(
        Map<String, Set<String>> columns,
        Map<Integer, String> tables,
        Map<Integer, String> quotedTables,
        Map<String, String> quotedColumns,
        Map<String, String> collections) {

    static ColumnMap of(Model model, String packageName, MetadataImplementor metadata) {
        ColumnMap map =
                new ColumnMap(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        Dialect dialect = metadata.getDatabase().getDialect();
        for (EntityType entity : model.entities()) {
            PersistentClass type = metadata.getEntityBinding(packageName + "." + entity.name());
            if (type != null) {
                map.add(entity, type, dialect);
            }
        }
        return map;
    }

    private void add(EntityType entity, PersistentClass type, Dialect dialect) {
        Table table = type.getTable();
        tables.put(entity.uid(), table.getName().toLowerCase(Locale.ROOT));
        String schema = table.getSchema() == null ? "" : table.getQuotedSchema(dialect) + ".";
        quotedTables.put(entity.uid(), schema + table.getQuotedName(dialect));
        List<org.hibernate.mapping.Column> key = type.getIdentifier().getColumns();
        if (!key.isEmpty()) {
            quotedColumns.put(entity.uid() + "/0", key.get(0).getQuotedName(dialect));
        }
        for (Attribute attribute : entity.attributes()) {
            property(type, attribute.name()).ifPresent(found -> add(entity, attribute, found.getValue(), dialect));
        }
    }

    private static Optional<Property> property(PersistentClass type, String name) {
        return type.getDeclaredProperties().stream()
                .filter(property -> property.getName().equals(name))
                .findFirst();
    }

    private void add(EntityType entity, Attribute attribute, Value value, Dialect dialect) {
        String key = entity.uid() + "/" + attribute.uid();
        Set<String> places = new LinkedHashSet<>();
        if (value instanceof Collection collection) {
            String table = collection.getCollectionTable().getName().toLowerCase(Locale.ROOT);
            collections.put(key, table);
            add(places, table, collection.getElement());
            add(places, table, collection.getKey());
            if (value instanceof IndexedCollection indexed && indexed.getIndex() != null) {
                add(places, table, indexed.getIndex());
            }
        } else {
            add(places, value.getTable().getName().toLowerCase(Locale.ROOT), value);
            if (value.getSelectables().size() == 1
                    && value.getSelectables().get(0) instanceof org.hibernate.mapping.Column column) {
                quotedColumns.put(key, column.getQuotedName(dialect));
            }
        }
        columns.put(key, places);
    }

    private static void add(Set<String> places, String table, Value value) {
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof org.hibernate.mapping.Column column) {
                places.add(table + "." + column.getName().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Returns the attribute of a column as {@code entity/attribute}; empty if the column belongs to no attribute. */
    Optional<String> attributeAt(String place) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().contains(place))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
