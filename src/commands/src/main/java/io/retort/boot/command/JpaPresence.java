package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Checks for JPA, which is optional; its classes must not be loaded before this check. */
final class JpaPresence {

    private static final String FACTORY_BEAN = "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean";

    private static final List<String> NEEDED = List.of(
            "jakarta.persistence.spi.PersistenceProvider", "org.hibernate.boot.spi.MetadataImplementor", FACTORY_BEAN);

    private JpaPresence() {}

    /** Returns whether the application can have entity manager factories. */
    static boolean isIn(@Nullable ClassLoader loader) {
        return ClassUtils.isPresent(FACTORY_BEAN, loader)
                && ClassUtils.isPresent("jakarta.persistence.EntityManagerFactory", loader);
    }

    /**
     * Checks that Hibernate is present.
     *
     * @throws RetortException if it is missing
     */
    static void require(String command, @Nullable ClassLoader loader) {
        if (!NEEDED.stream().allMatch(name -> ClassUtils.isPresent(name, loader))) {
            throw noEntities("'" + command
                    + "' compares JPA entities with the database, but this application has no entities: Hibernate is"
                    + " not on its class path.");
        }
    }

    static RetortException noEntities(String what) {
        return new RetortException(
                what,
                Advice.of(
                        "Write the revision by hand: ",
                        Advice.command("revision", Advice.option("empty"), Advice.option("message", "...")),
                        " Or add spring-boot-starter-data-jpa and an @Entity."));
    }
}
