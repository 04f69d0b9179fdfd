package io.retort.boot.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The settings that keep an application from doing its own work, over whatever it sets itself. */
final class ToolEnvironment {

    private static final String NAME = "retortTool";

    private ToolEnvironment() {}

    /**
     * Puts the settings in front of all others. They must be in the environment and not on the SpringApplication, which
     * binds {@code spring.main.*} after this.
     *
     * @param withModel whether the command builds the entities' model instead of running anything
     */
    static void override(ConfigurableEnvironment environment, boolean withModel) {
        environment.getPropertySources().remove(NAME);
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, settings(withModel)));
    }

    /**
     * Keeps the log to what a person must know; a level that was given as a system property stays. System properties,
     * because the log is set up before a listener of the lowest precedence sees the environment.
     */
    static void quieten() {
        quieten("root", "error");
        // Our own report says what these two say, without their stack traces.
        quieten("com.zaxxer.hikari", "off");
        quieten("org.hibernate.orm.jdbc.error", "off");
    }

    private static void quieten(String logger, String level) {
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
        // Said aloud, so that Boot need not connect to find out whether the database is embedded.
        settings.put("spring.jpa.hibernate.ddl-auto", "none");
        settings.put("spring.jpa.properties.hibernate.hbm2ddl.auto", "none");
        settings.put("spring.jpa.properties.jakarta.persistence.schema-generation.database.action", "none");
        settings.put("spring.jpa.defer-datasource-initialization", "false");
        settings.put("spring.jpa.bootstrap", "default");
        // A repository that a revision asks for must show before the run whether it can be had; a model needs none.
        settings.put("spring.data.jpa.repositories.bootstrap-mode", withModel ? "lazy" : "default");
        return settings;
    }
}
