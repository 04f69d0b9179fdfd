package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.internal.history.History;
import java.util.Optional;

/**
 * A database with its own history. An application has a single unit named {@code default}, or the units of
 * {@code retort.units}.
 *
 * @param settings the unit's settings
 * @param retort Retort on the unit's database
 * @param database the unit's database
 */
public record RetortUnit(UnitSettings settings, Retort retort, RetortDatabase database) {

    /** Name of the unit of an application that has only one. */
    public static final String DEFAULT = "default";

    /** Returns the tenants with a schema each in this unit's database; empty if the unit has no tenants. */
    public Optional<UnitTenants> tenants() {
        return Optional.ofNullable(database.tenants());
    }

    /**
     * Returns this unit in the schema of one tenant.
     *
     * @param schema the tenant's schema; never null
     * @param history the history as it was read; never null
     * @throws java.util.NoSuchElementException if the unit has no tenants
     */
    public RetortUnit in(String schema, History history) {
        RetortDatabase there = database.inSchema(tenants().orElseThrow(), schema);
        return new RetortUnit(settings, retort.at(there.dataSource(), history), there);
    }

    /** Returns the name, as in {@code retort.units.<name>}, in logs and in commands. */
    public String name() {
        return settings.name();
    }
}
