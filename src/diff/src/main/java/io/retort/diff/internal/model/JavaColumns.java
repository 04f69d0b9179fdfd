package io.retort.diff.internal.model;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.model.JavaColumn.Kind;
import java.sql.Clob;
import java.sql.NClob;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.HibernateException;
import org.hibernate.MappingException;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.SoftDeletable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.jspecify.annotations.Nullable;

/** Reads the Java types and values of mapped columns from Hibernate's metadata. */
public final class JavaColumns {

    private static final Set<Class<?>> READING_ANY_TEXT = Set.of(
            String.class,
            Object.class,
            Character.class,
            char.class,
            char[].class,
            Character[].class,
            Clob.class,
            NClob.class);

    private JavaColumns() {}

    /**
     * Returns the columns by {@code table.column}.
     *
     * @param metadata the entities, completely bound
     * @param dialect the product for which the metadata was built
     * @param currentSchema the current schema of the connection (on MySQL the database), as the catalog stores it; null
     *     if unknown
     */
    public static Map<String, JavaColumn> of(Metadata metadata, Dialect dialect, @Nullable String currentSchema) {
        ModelNames names = ModelNames.of(metadata, dialect.identifiers(), currentSchema);
        Map<String, JavaColumn> columns = new HashMap<>();
        for (Table table : metadata.collectTableMappings()) {
            for (Column column : table.getColumns()) {
                if (column.getValue() instanceof BasicValue value) {
                    columns.put(names.of(table) + "." + names.of(column), read(value));
                }
            }
        }
        metadata.getEntityBindings()
                .forEach(entity -> softDelete(softDeletable(entity), entity.getTable(), names, columns));
        metadata.getCollectionBindings()
                .forEach(collection -> softDelete(collection, collection.getCollectionTable(), names, columns));
        metadata.getEntityBindings().stream()
                .filter(entity -> !(entity instanceof SingleTableSubclass))
                .forEach(entity -> primitives(entity, names, columns));
        return Map.copyOf(columns);
    }

    /** In a table for several classes, the rows of the others have no value anyway. */
    private static void primitives(PersistentClass entity, ModelNames names, Map<String, JavaColumn> columns) {
        for (Property property : entity.getProperties()) {
            List<Selectable> selectables = property.getSelectables();
            if (selectables.size() == 1
                    && selectables.get(0) instanceof Column column
                    && isPrimitive(property, entity)) {
                boolean unreadable = !(column.getValue() instanceof BasicValue value) || !readsNull(value);
                columns.computeIfPresent(
                        names.of(property.getValue().getTable()) + "." + names.of(column),
                        (name, known) -> unreadable ? known.ofPrimitive() : known);
            }
        }
    }

    /** An attribute converter can return a value for a null. */
    @SuppressWarnings("unchecked")
    private static boolean readsNull(BasicValue value) {
        try {
            BasicValueConverter<?, ?> converter = value.resolve().getValueConverter();
            return converter != null && ((BasicValueConverter<Object, Object>) converter).toDomainValue(null) != null;
        } catch (RuntimeException unexpected) {
            return false;
        }
    }

    /** A property without a Java field, such as one of Hibernate's own, has no getter; an audit table has no class. */
    private static boolean isPrimitive(Property property, PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        try {
            return type != null && property.getGetter(type).getReturnTypeClass().isPrimitive();
        } catch (HibernateException none) {
            return false;
        }
    }

    /** The table of a subclass with all columns has the column of the root, which alone knows that it is one. */
    private static PersistentClass softDeletable(PersistentClass entity) {
        return entity instanceof UnionSubclass ? entity.getRootClass() : entity;
    }

    private static void softDelete(
            Object mapping, @Nullable Table table, ModelNames names, Map<String, JavaColumn> columns) {
        if (mapping instanceof SoftDeletable soft && soft.getSoftDeleteColumn() != null && table != null) {
            String deleted = soft.getSoftDeleteStrategy() == SoftDeleteType.ACTIVE ? "true" : "false";
            columns.computeIfPresent(
                    names.of(table) + "." + names.of(soft.getSoftDeleteColumn()),
                    (name, column) -> column.undeleted(column.stored().get(deleted)));
        }
    }

    private static JavaColumn read(BasicValue value) {
        try {
            BasicValue.Resolution<?> resolution = value.resolve();
            Class<?> type = resolution.getDomainJavaType().getJavaTypeClass();
            BasicValueConverter<?, ?> converter = resolution.getValueConverter();
            Map<String, Object> stored = new LinkedHashMap<>();
            if (type.isEnum()) {
                boolean number = resolution.getJdbcType().isInteger();
                for (Object constant : type.getEnumConstants()) {
                    Enum<?> named = (Enum<?>) constant;
                    put(stored, named.name(), converter, named, number ? named.ordinal() : named.name());
                }
            } else if (type == Boolean.class || type == boolean.class) {
                put(stored, "true", converter, true, true);
                put(stored, "false", converter, false, false);
            }
            boolean text = resolution.getJdbcType().isString();
            return new JavaColumn(type.getName(), kind(type, text), converter != null, stored);
        } catch (MappingException unresolved) {
            return JavaColumn.UNKNOWN;
        }
    }

    private static Kind kind(Class<?> type, boolean text) {
        if (type.isEnum()) {
            return Kind.ENUM;
        }
        if (type == Boolean.class || type == boolean.class) {
            return Kind.BOOLEAN;
        }
        if (type == UUID.class) {
            return Kind.UUID;
        }
        boolean parsed = text && !READING_ANY_TEXT.contains(type) && !Number.class.isAssignableFrom(type);
        return parsed ? Kind.PARSED : Kind.OTHER;
    }

    /** An application's converter can fail for values that it does not expect; the stored value is then unknown. */
    @SuppressWarnings("unchecked")
    private static void put(
            Map<String, Object> stored,
            String name,
            @Nullable BasicValueConverter<?, ?> converter,
            Object value,
            Object plain) {
        if (converter == null) {
            stored.put(name, plain);
            return;
        }
        try {
            Object relational = ((BasicValueConverter<Object, Object>) converter).toRelationalValue(value);
            if (relational instanceof String
                    || relational instanceof Character
                    || relational instanceof Number
                    || relational instanceof Boolean) {
                stored.put(name, relational instanceof Character letter ? letter.toString() : relational);
            }
        } catch (RuntimeException unexpected) {
            stored.remove(name);
        }
    }
}
