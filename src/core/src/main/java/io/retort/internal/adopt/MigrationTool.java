package io.retort.internal.adopt;

import java.util.Locale;

/** Another migration tool, whose history table Retort reads. */
public enum MigrationTool {
    /** Flyway, whose scripts have versions. */
    FLYWAY("Flyway", "flyway_schema_history", "version"),
    /** Liquibase, whose changesets have ids. */
    LIQUIBASE("Liquibase", "DATABASECHANGELOG", "changeset");

    private final String title;
    private final String defaultTable;
    private final String unit;

    MigrationTool(String title, String defaultTable, String unit) {
        this.title = title;
        this.defaultTable = defaultTable;
        this.unit = unit;
    }

    /** Returns the name for people. */
    public String title() {
        return title;
    }

    /** Returns the name of its history table if none is configured, without regard to case. */
    public String defaultTable() {
        return defaultTable;
    }

    /** Returns what a row of its history table is called, in the singular. */
    public String unit() {
        return unit;
    }

    /** Returns the first part of a mark. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
