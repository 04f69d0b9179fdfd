package io.retort.boot.autoconfigure.start;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.util.ClassUtils;

/** The names of an application's entity classes, as far as Spring has looked for them; none where there is no JPA. */
public record Entities(ListableBeanFactory beans) implements Supplier<Set<String>> {

    private static final String TYPES = "org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes";

    @Override
    public Set<String> get() {
        return ClassUtils.isPresent(TYPES, Entities.class.getClassLoader()) ? Types.of(beans) : Set.of();
    }

    /** A class of its own, loaded only where JPA is there. */
    private static final class Types {

        static Set<String> of(ListableBeanFactory beans) {
            Set<String> names = new HashSet<>();
            beans.getBeanProvider(PersistenceManagedTypes.class).stream()
                    .forEach(types -> names.addAll(types.getManagedClassNames()));
            return names;
        }
    }
}
