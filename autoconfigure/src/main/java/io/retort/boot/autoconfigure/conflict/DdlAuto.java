package io.retort.boot.autoconfigure.conflict;

import io.retort.error.RetortException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Whether Hibernate has been told to change the schema, which two cannot do at once. */
public final class DdlAuto {

    private static final Set<String> HARMLESS = Set.of("none", "validate", "false");
    private static final Set<String> JPA_PROPERTIES = Set.of(
            "hibernate.hbm2ddl.auto",
            "jakarta.persistence.schema-generation.database.action",
            "javax.persistence.schema-generation.database.action");

    private DdlAuto() {}

    /**
     * Refuses a setting under which Hibernate changes the schema.
     *
     * @throws RetortException naming the setting and its cure
     */
    public static void refuse(Environment environment) {
        settings(environment).forEach((name, value) -> {
            if (!HARMLESS.contains(value.toLowerCase(Locale.ROOT))) {
                throw new RetortException(
                        name + "=" + value + " lets Hibernate change the schema that Retort looks after.",
                        "Set " + name + "=" + cure(name) + ", or retort.mode=off where Hibernate shall do it.");
            }
        });
    }

    private static Map<String, String> settings(Environment environment) {
        Binder binder = Binder.get(environment);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : Set.of("spring.jpa.hibernate.ddl-auto", "spring.jpa.generate-ddl")) {
            binder.bind(name, String.class).ifBound(value -> settings.put(name, value));
        }
        binder.bind("spring.jpa.properties", Bindable.mapOf(String.class, String.class))
                .ifBound(properties -> JPA_PROPERTIES.stream()
                        .filter(properties::containsKey)
                        .forEach(name -> settings.put("spring.jpa.properties." + name, properties.get(name))));
        settings.values().removeIf(String::isBlank);
        return settings;
    }

    private static String cure(String name) {
        return name.endsWith("generate-ddl") ? "false" : "none";
    }
}
