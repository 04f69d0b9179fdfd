package io.retort.boot.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.util.ClassUtils;

/** Names of the application's entity classes that Spring has found; empty without JPA. */
final class EntityClassNames implements Supplier<Set<String>> {

    private static final String TYPES = "org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes";

    private final ListableBeanFactory beans;

    EntityClassNames(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Set<String> get() {
        return ClassUtils.isPresent(TYPES, EntityClassNames.class.getClassLoader()) ? Types.of(beans) : Set.of();
    }

    /** A nested class, so that it is loaded only if JPA is present. */
    private static final class Types {

        static Set<String> of(ListableBeanFactory beans) {
            Set<String> names = new HashSet<>();
            beans.getBeanProvider(PersistenceManagedTypes.class).stream()
                    .forEach(types -> names.addAll(types.getManagedClassNames()));
            return names;
        }
    }
}
