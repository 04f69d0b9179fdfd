package io.retort.boot.autoconfigure;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Detects settings that let Hibernate change the schema, which conflicts with Retort. */
final class DdlAuto {

    private static final Set<String> HARMLESS = Set.of("none", "validate", "false");
    private static final List<String> SPRING_PROPERTIES =
            List.of("spring.jpa.hibernate.ddl-auto", "spring.jpa.generate-ddl");
    private static final List<String> JPA_PROPERTIES = List.of(
            "hibernate.hbm2ddl.auto",
            "jakarta.persistence.schema-generation.database.action",
            "javax.persistence.schema-generation.database.action");

    private DdlAuto() {}

    /**
     * Rejects settings that let Hibernate change the schema, such as {@code ddl-auto=update}.
     *
     * @throws RetortException if there is such a setting; the message contains the setting and the value to use
     */
    public static void refuse(Environment environment) {
        for (Map.Entry<String, String> setting : settings(environment).entrySet()) {
            refuse(setting.getKey(), setting.getValue());
        }
    }

    private static void refuse(String name, String value) {
        if (!value.isBlank() && !HARMLESS.contains(value.toLowerCase(Locale.ROOT))) {
            throw new RetortException(
                    name + "=" + value + " lets Hibernate change the schema that Retort manages.",
                    Advice.of(
                            "Set " + name + "=" + cure(name) + ", or ",
                            Advice.setting("mode", "off"),
                            " to let Hibernate manage the schema."));
        }
    }

    private static Map<String, String> settings(Environment environment) {
        Binder binder = Binder.get(environment);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : SPRING_PROPERTIES) {
            settings.put(name, binder.bind(name, String.class).orElse(""));
        }
        Map<String, String> jpa = binder.bind("spring.jpa.properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        for (String name : JPA_PROPERTIES) {
            settings.put("spring.jpa.properties." + name, jpa.getOrDefault(name, ""));
        }
        return settings;
    }

    private static String cure(String name) {
        return name.endsWith("generate-ddl") ? "false" : "none";
    }
}
