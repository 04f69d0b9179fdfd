package io.retort.benchmarks.start;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The migration tools, and the bean that migrates on start. */
enum StartContender {
    NONE(null, List.of(), "-"),
    RETORT("retortInitializer", List.of("--retort.fail-without-revisions=false"), "retort-"),
    FLYWAY("flywayInitializer", List.of(), "flyway"),
    LIQUIBASE("liquibase", List.of(), "liquibase");

    private final @Nullable String bean;
    private final List<String> settings;
    private final String mark;

    /**
     * Creates a contender.
     *
     * @param bean the name of the bean that migrates, or null
     * @param settings additional arguments of the application
     * @param mark a part of the names of the contender's jars, which no other jar has
     */
    StartContender(@Nullable String bean, List<String> settings, String mark) {
        this.bean = bean;
        this.settings = settings;
        this.mark = mark;
    }

    @Nullable
    String bean() {
        return bean;
    }

    /** Returns additional arguments of the application. */
    List<String> settings() {
        return settings;
    }

    /** Returns whether an application with this contender needs the jar. */
    boolean brings(String jar) {
        for (StartContender other : values()) {
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
