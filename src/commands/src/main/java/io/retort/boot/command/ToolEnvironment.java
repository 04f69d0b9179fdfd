package io.retort.boot.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Properties that keep an application from doing its own work. They override the application's own. */
final class ToolEnvironment {

    private static final String NAME = "retortTool";

    private ToolEnvironment() {}

    /**
     * Adds the properties with the highest precedence. They belong into the environment, because the SpringApplication
     * binds {@code spring.main.*} later.
     *
     * @param withModel whether the command needs the entity model
     * @param offline whether no database is started or used
     */
    static void override(ConfigurableEnvironment environment, boolean withModel, boolean offline) {
        Map<String, Object> settings = settings(withModel);
        if (offline) {
            settings.put("spring.docker.compose.enabled", "false");
        }
        environment.getPropertySources().remove(NAME);
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, settings));
    }

    /**
     * Restricts the log to errors, except for levels given as system properties. It sets system properties, because the
     * logging system starts before a listener of the lowest precedence sees the environment.
     */
    static void restrictLogging() {
        restrictLogging("root", "error");
        // The failure report covers the failures that these two log with stack traces.
        restrictLogging("com.zaxxer.hikari", "off");
        restrictLogging("org.hibernate.orm.jdbc.error", "off");
    }

    private static void restrictLogging(String logger, String level) {
        String property = "logging.level." + logger;
        if (System.getProperty(property) == null) {
            System.setProperty(property, level);
        }
    }

    private static Map<String, Object> settings(boolean withModel) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.main.web-application-type", "none");
        settings.put("spring.main.lazy-initialization", "true");
        settings.put("spring.main.keep-alive", "false");
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.main.log-startup-info", "false");
        settings.put("spring.jmx.enabled", "false");
        settings.put("spring.sql.init.mode", "never");
        settings.put("spring.jpa.generate-ddl", "false");
        // Set explicitly, so that Spring Boot does not connect to find out whether the database is embedded.
        settings.put("spring.jpa.hibernate.ddl-auto", "none");
        settings.put("spring.jpa.properties.hibernate.hbm2ddl.auto", "none");
        settings.put("spring.jpa.properties.jakarta.persistence.schema-generation.database.action", "none");
        settings.put("spring.jpa.defer-datasource-initialization", "false");
        settings.put("spring.jpa.bootstrap", "default");
        // If a revision uses a repository, a failure to create it must show before the run. The entity model needs
        // none.
        settings.put("spring.data.jpa.repositories.bootstrap-mode", withModel ? "lazy" : "default");
        return settings;
    }
}
