package io.retort.boot.autoconfigure.start;

import java.util.function.IntSupplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.util.ClassUtils;

/** How many entities an application has, as far as Spring has looked for them; none where there is no JPA. */
public record EntityCount(ListableBeanFactory beans) implements IntSupplier {

    private static final String TYPES = "org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes";

    @Override
    public int getAsInt() {
        return ClassUtils.isPresent(TYPES, EntityCount.class.getClassLoader()) ? Types.count(beans) : 0;
    }

    /** A class of its own, loaded only where JPA is there. */
    private static final class Types {

        static int count(ListableBeanFactory beans) {
            return beans.getBeanProvider(PersistenceManagedTypes.class).stream()
                    .mapToInt(types -> types.getManagedClassNames().size())
                    .sum();
        }
    }
}
