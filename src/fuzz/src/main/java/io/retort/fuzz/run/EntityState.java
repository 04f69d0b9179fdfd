package io.retort.fuzz.run;

import io.retort.fuzz.generate.Values;
import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.Model;
import io.retort.fuzz.model.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The values that an application reads through its entities.
 *
 * @param rows the values of each row by attribute uid, or by {@code uid.uid} within an embeddable
 */
record EntityState(Map<Key, Map<String, String>> rows) {

    /**
     * The identity of a row.
     *
     * @param entity the uid of its entity
     * @param id its id as text
     */
    record Key(int entity, String id) {}

    /** Reads all rows. */
    static EntityState of(Application application) {
        Map<Key, Map<String, String>> rows = new HashMap<>();
        Model model = application.model();
        application.reading(session -> {
            for (EntityType root : model.entities()) {
                if (root.parent() == 0) {
                    session.createSelectionQuery("from " + root.name(), application.type(root.name()))
                            .getResultList()
                            .forEach(instance -> {
                                EntityType entity = entity(model, instance);
                                rows.put(
                                        new Key(entity.uid(), Instances.id(instance, root)),
                                        values(model, entity, instance));
                            });
                }
            }
        });
        return new EntityState(rows);
    }

    /** Registers the entities in the database, so that new instances can refer to them. */
    static void known(Application application, Session session, Instances instances) {
        for (EntityType root : application.model().entities()) {
            if (root.parent() == 0) {
                session.createSelectionQuery("from " + root.name(), application.type(root.name()))
                        .getResultList()
                        .forEach(instance -> instances.known(entity(application.model(), instance), instance));
            }
        }
    }

    private static EntityType entity(Model model, Object instance) {
        String name = Hibernate.getClass(instance).getSimpleName();
        return model.entities().stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> values(Model model, EntityType entity, Object instance) {
        Map<String, String> values = new TreeMap<>();
        for (Attribute attribute : model.allAttributes(entity)) {
            Object value = Instances.get(instance, attribute.name());
            if (attribute.shape() == Shape.EMBEDDED) {
                model.embeddable(attribute.target())
                        .orElseThrow()
                        .attributes()
                        .forEach(inner -> values.put(
                                attribute.uid() + "." + inner.uid(),
                                Values.canonical(value == null ? null : Instances.get(value, inner.name()))));
            } else if (attribute.shape().isReference() || attribute.shape().isToMany()) {
                values.put(Integer.toString(attribute.uid()), references(model, value));
            } else if (attribute.shape().isWritten()) {
                values.put(Integer.toString(attribute.uid()), Values.canonical(value));
            }
        }
        return values;
    }

    private static String references(Model model, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> references(model, one))
                    .sorted()
                    .toList()
                    .toString();
        }
        Object target = Hibernate.unproxy(value);
        return "->" + Instances.id(target, model.root(entity(model, target)));
    }
}
