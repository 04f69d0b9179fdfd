package io.retort.diff.internal.model;

import io.retort.dialect.Dialect;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;
import org.hibernate.type.CustomType;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * The classes that decide what a table looks like. Classes of the JDK and of Hibernate are left out, and only top-level
 * classes are named.
 *
 * @param own the names of its entities with their superclasses, embeddables, enums and converters
 * @param referenced by column, the names of the classes of the ids that a foreign key references
 */
public record DeclaringClasses(Set<String> own, Map<String, Set<String>> referenced) {

    private DeclaringClasses() {
        this(new TreeSet<>(), new TreeMap<>());
    }

    /**
     * Returns the classes of all tables.
     *
     * @param entities the entities, completely bound
     * @param dialect the product for which the metadata was built
     * @param currentSchema the current schema of the connection (on MySQL the database), as the catalog stores it; null
     *     if unknown
     */
    public static Map<QualifiedName, DeclaringClasses> of(
            CapturedMetadata entities, Dialect dialect, @Nullable String currentSchema) {
        return of(entities.metadata(), dialect, currentSchema);
    }

    static Map<QualifiedName, DeclaringClasses> of(Metadata metadata, Dialect dialect, @Nullable String currentSchema) {
        Reader reader = new Reader(metadata, ModelNames.of(metadata, dialect.identifiers(), currentSchema));
        metadata.getEntityBindings().forEach(reader::read);
        metadata.getCollectionBindings().forEach(reader::read);
        return Map.copyOf(reader.found);
    }

    /** Returns the classes for a column. */
    public Set<String> ofColumn(String column) {
        Set<String> classes = new TreeSet<>(own);
        classes.addAll(referenced.getOrDefault(column, Set.of()));
        return classes;
    }

    /** Returns the classes for the whole table. */
    public Set<String> all() {
        Set<String> classes = new TreeSet<>(own);
        referenced.values().forEach(classes::addAll);
        return classes;
    }

    private record Reader(Metadata metadata, ModelNames names, Map<QualifiedName, DeclaringClasses> found) {

        Reader(Metadata metadata, ModelNames names) {
            this(metadata, names, new LinkedHashMap<>());
        }

        void read(PersistentClass entity) {
            Set<String> classes = new TreeSet<>();
            addFamily(entity.getMappedClass(), classes);
            entity.getProperties().forEach(property -> add(property.getValue(), classes));
            add(entity.getIdentifier(), classes);
            add(entity.getDiscriminator(), classes);
            put(entity.getTable(), classes);
            entity.getJoins().stream().map(Join::getTable).forEach(table -> put(table, classes));
        }

        void read(Collection collection) {
            if (collection.isOneToMany()) {
                reference(collection.getCollectionTable(), collection.getKey().getColumns(), collection.getOwner());
                return;
            }
            Set<String> classes = new TreeSet<>();
            addFamily(collection.getOwner().getMappedClass(), classes);
            add(collection.getOwner().getIdentifier(), classes);
            add(collection.getElement(), classes);
            if (collection instanceof IndexedCollection indexed) {
                add(indexed.getIndex(), classes);
            }
            put(collection.getCollectionTable(), classes);
        }

        private void put(@Nullable Table table, Set<String> classes) {
            if (table != null) {
                of(table).own().addAll(classes);
            }
        }

        private DeclaringClasses of(Table table) {
            return found.computeIfAbsent(names.of(table), name -> new DeclaringClasses());
        }

        private void add(@Nullable Value value, Set<String> classes) {
            if (value instanceof Component component) {
                addClass(component, classes);
                component.getProperties().forEach(property -> add(property.getValue(), classes));
            } else if (value instanceof ToOne reference) {
                add(reference);
            } else if (value instanceof BasicValue basic) {
                addTypes(basic, classes);
            }
        }

        private void add(ToOne reference) {
            PersistentClass target = metadata.getEntityBinding(reference.getReferencedEntityName());
            if (target != null) {
                reference(reference.getTable(), reference.getColumns(), target);
            }
        }

        private void reference(@Nullable Table table, List<Column> columns, PersistentClass target) {
            if (table == null) {
                return;
            }
            Set<String> classes = new TreeSet<>();
            addFamily(target.getMappedClass(), classes);
            addKey(target.getIdentifier(), classes);
            for (Column column : columns) {
                of(table)
                        .referenced()
                        .computeIfAbsent(names.of(column), name -> new TreeSet<>())
                        .addAll(classes);
            }
        }

        /** An entity in a key is not followed further, because two entities can have each other in their keys. */
        private static void addKey(Value key, Set<String> classes) {
            if (key instanceof Component component) {
                addClass(component, classes);
            } else if (key instanceof BasicValue basic) {
                addTypes(basic, classes);
            }
        }
    }

    private static void addClass(Component component, Set<String> classes) {
        if (!component.isDynamic()) {
            addFamily(component.getComponentClass(), classes);
        }
    }

    private static void addTypes(BasicValue value, Set<String> classes) {
        try {
            BasicValue.Resolution<?> resolution = value.resolve();
            addFamily(resolution.getDomainJavaType().getJavaTypeClass(), classes);
            if (resolution.getValueConverter() instanceof JpaAttributeConverter<?, ?> converter) {
                addFamily(converter.getConverterJavaType().getJavaTypeClass(), classes);
            }
            if (resolution.getLegacyResolvedBasicType() instanceof CustomType<?> custom) {
                addFamily(custom.getUserType().getClass(), classes);
            }
        } catch (MappingException unresolved) {
            // A value without a type has no column.
        }
    }

    private static void addFamily(@Nullable Class<?> declared, Set<String> classes) {
        for (Class<?> one = element(declared); one != null && isOfApplication(one); one = one.getSuperclass()) {
            classes.add(outermost(one).getName());
        }
    }

    private static @Nullable Class<?> element(@Nullable Class<?> declared) {
        Class<?> element = declared;
        while (element != null && element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    private static boolean isOfApplication(Class<?> one) {
        return one.getClassLoader() != null
                && !one.getName().startsWith("org.hibernate.")
                && !one.getName().startsWith("jakarta.");
    }

    private static Class<?> outermost(Class<?> one) {
        Class<?> outer = one;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }
}
