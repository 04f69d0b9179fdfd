package io.retort.fuzz.run;

import io.retort.fuzz.generate.Values;
import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.Embeddable;
import io.retort.fuzz.model.EntityType;
import io.retort.fuzz.model.ModelColumn;
import io.retort.fuzz.model.ModelIdentifier;
import io.retort.fuzz.model.Shape;
import io.retort.fuzz.story.Row;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Creates instances of an application's entities, and accesses their fields. */
final class Instances {

    private static final int ELEMENTS = 3;

    private final Application application;
    private final long seed;
    private final Map<Integer, List<Object>> persisted = new HashMap<>();
    private final Map<Integer, Set<Object>> taken = new HashMap<>();

    Instances(Application application, long seed) {
        this.application = application;
        this.seed = seed;
    }

    /** Persists a row. It refers to entities that were persisted before. */
    void persist(Session session, Row row) {
        EntityType entity = application.model().entity(row.entity()).orElseThrow();
        Object instance = instance(entity, row.number());
        session.persist(instance);
        session.flush();
        known(entity, instance);
    }

    /** Registers an instance from the database, so that others can refer to it. */
    void known(EntityType entity, Object instance) {
        EntityType above = entity;
        while (true) {
            persisted.computeIfAbsent(above.uid(), uid -> new ArrayList<>()).add(instance);
            if (above.parent() == 0) {
                return;
            }
            above = application.model().entity(above.parent()).orElseThrow();
        }
    }

    private Object instance(EntityType entity, int number) {
        Object instance = make(application.type(entity.name()));
        identify(instance, application.model().root(entity), number);
        for (Attribute attribute : application.model().allAttributes(entity)) {
            if (attribute.shape().isWritten()) {
                set(instance, attribute.name(), value(attribute, number));
            }
        }
        return instance;
    }

    private void identify(Object instance, EntityType root, int number) {
        switch (root.id()) {
            case ASSIGNED_LONG -> set(instance, "id", (long) number);
            case ASSIGNED_INTEGER -> set(instance, "id", number);
            case ASSIGNED_STRING -> set(instance, "id", "id " + number + "'s");
            case ASSIGNED_UUID -> set(instance, "id", new UUID(9, number));
            case EMBEDDED -> {
                Object key = make(application.type(root.name() + "Key"));
                compose(key, number);
                set(instance, "id", key);
            }
            case ID_CLASS -> compose(instance, number);
            default -> {}
        }
    }

    private static void compose(Object key, int number) {
        set(key, "major", (long) number);
        set(key, "kind", "k" + number % 2);
    }

    private @Nullable Object value(Attribute attribute, int number) {
        SplittableRandom random = new SplittableRandom(seed ^ attribute.uid() * 7919L ^ number * 104729L);
        if (attribute.canBeNull() && !attribute.shape().isElements() && random.nextInt(4) == 0) {
            return null;
        }
        return switch (attribute.shape()) {
            case BASIC -> Values.of(attribute.type(), attribute.column(), number, random);
            case ENUM -> constant(attribute, random);
            case EMBEDDED -> embedded(attribute, number);
            case MANY_TO_ONE -> any(attribute, random);
            case ONE_TO_ONE -> unused(attribute);
            case ELEMENT_SET -> new LinkedHashSet<>(elements(attribute, random));
            case ELEMENT_LIST, ELEMENT_ORDERED -> elements(attribute, random);
            case ELEMENT_MAP -> map(attribute, random);
            case ENUM_SET -> new HashSet<>(List.of(constant(attribute, random)));
            case ONE_TO_MANY_JOIN_TABLE, ONE_TO_MANY_COLUMN -> several(unused(attribute));
            case MANY_TO_MANY -> new HashSet<>(several(any(attribute, random)));
            case FORMULA, GENERATED -> null;
        };
    }

    private Object constant(Attribute attribute, SplittableRandom random) {
        Object[] constants = application
                .type(application
                        .model()
                        .enumeration(attribute.target())
                        .orElseThrow()
                        .name())
                .getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private Object embedded(Attribute attribute, int number) {
        Embeddable type = application.model().embeddable(attribute.target()).orElseThrow();
        Object instance = make(application.type(type.name()));
        for (Attribute inner : type.attributes()) {
            set(instance, inner.name(), value(inner, number));
        }
        return instance;
    }

    private List<Object> elements(Attribute attribute, SplittableRandom random) {
        Set<Object> values = new LinkedHashSet<>();
        ModelColumn column = ModelColumn.PLAIN.sized(
                attribute.column().length(),
                attribute.column().precision(),
                attribute.column().scale(),
                attribute.column().fraction());
        int size = random.nextInt(ELEMENTS);
        for (int i = 0; i < size; i++) {
            values.add(Values.of(attribute.type(), column, i, random));
        }
        return new ArrayList<>(values);
    }

    private Map<String, Object> map(Attribute attribute, SplittableRandom random) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Object element : elements(attribute, random)) {
            map.put("key " + map.size(), element);
        }
        return map;
    }

    private @Nullable Object any(Attribute attribute, SplittableRandom random) {
        List<Object> there = persisted.getOrDefault(attribute.target(), List.of());
        return there.isEmpty() ? null : there.get(random.nextInt(there.size()));
    }

    private @Nullable Object unused(Attribute attribute) {
        Set<Object> used = taken.computeIfAbsent(
                attribute.uid(), uid -> java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>()));
        return persisted.getOrDefault(attribute.target(), List.of()).stream()
                .filter(used::add)
                .findFirst()
                .orElse(null);
    }

    private static List<Object> several(@Nullable Object one) {
        return one == null ? new ArrayList<>() : new ArrayList<>(List.of(one));
    }

    private static Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(Object instance, String name, @Nullable Object value) {
        try {
            field(instance.getClass(), name).set(instance, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable Object get(Object instance, String name) {
        try {
            return field(instance.getClass(), name).get(instance);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Class<?> type, String name) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            try {
                Field field = above.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException ignored) {
                // the field may be declared in a superclass
            }
        }
        throw new IllegalStateException(type + " has no field " + name);
    }

    /** Returns the id of an instance as text. */
    static String id(Object instance, EntityType root) {
        if (root.id() == ModelIdentifier.ID_CLASS) {
            return Values.canonical(get(instance, "major")) + "/" + get(instance, "kind");
        }
        Object id = get(instance, "id");
        if (root.id() == ModelIdentifier.EMBEDDED && id != null) {
            return Values.canonical(get(id, "major")) + "/" + get(id, "kind");
        }
        return Values.canonical(id);
    }

    static boolean isCollection(@Nullable Object value) {
        return value instanceof Collection<?>;
    }

    static boolean refers(Attribute attribute) {
        return attribute.shape().isReference() || attribute.shape().isToMany() || attribute.shape() == Shape.EMBEDDED;
    }
}
