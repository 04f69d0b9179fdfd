package io.retort.benchmarks.start;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who can look after the application's schema, and the bean that does it at its start. */
enum Contender {
    NONE(null, List.of(), "-"),
    RETORT("retortInitializer", List.of("--retort.fail-without-revisions=false"), "retort-"),
    FLYWAY("flywayInitializer", List.of(), "flyway"),
    LIQUIBASE("liquibase", List.of(), "liquibase");

    private final @Nullable String bean;
    private final List<String> settings;
    private final String mark;

    /** @param mark what the names of its jars hold, and those of nobody else */
    Contender(@Nullable String bean, List<String> settings, String mark) {
        this.bean = bean;
        this.settings = settings;
        this.mark = mark;
    }

    @Nullable
    String bean() {
        return bean;
    }

    /** What the application is told besides. */
    List<String> settings() {
        return settings;
    }

    /** Whether an application with this contender has this jar. */
    boolean brings(String jar) {
        for (Contender other : values()) {
            if (other != this && jar.contains(other.mark) && other != NONE) {
                return false;
            }
        }
        return true;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
