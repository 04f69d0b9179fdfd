package io.retort.internal.adopt;

import io.retort.revision.AdoptionMark.Origin;
import io.retort.schema.QualifiedName;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Another migration tool, whose history table Retort reads. */
public enum MigrationTool {
    /** Flyway, whose scripts have versions. */
    FLYWAY(Origin.FLYWAY, "flyway_schema_history", "version"),
    /** Liquibase, whose changesets have ids. */
    LIQUIBASE(Origin.LIQUIBASE, "DATABASECHANGELOG", "changeset");

    private final Origin origin;
    private final String defaultTable;
    private final String unit;

    MigrationTool(Origin origin, String defaultTable, String unit) {
        this.origin = origin;
        this.defaultTable = defaultTable;
        this.unit = unit;
    }

    /** Returns the tool of an origin; empty for a database that no tool made. */
    static Optional<MigrationTool> of(Origin origin) {
        return Arrays.stream(values()).filter(tool -> tool.origin == origin).findFirst();
    }

    /** Returns the name for people. */
    public String title() {
        return origin.title();
    }

    /** Returns the name of its history table if none is configured, without regard to case. */
    public String defaultTable() {
        return defaultTable;
    }

    /**
     * Returns the name of its history table.
     *
     * @param configured the tables that are configured
     */
    public QualifiedName table(Map<Origin, QualifiedName> configured) {
        return configured.getOrDefault(origin, new QualifiedName(null, defaultTable));
    }

    /** Returns what a row of its history table is called, in the singular. */
    public String unit() {
        return unit;
    }

    /** Returns the first part of a mark. */
    String key() {
        return origin.word();
    }
}
