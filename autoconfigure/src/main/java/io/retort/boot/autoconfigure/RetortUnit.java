package io.retort.boot.autoconfigure;

import io.retort.Retort;
import java.util.Optional;

/**
 * A database with its own history. An application has a single unit named {@code default}, or the units of
 * {@code retort.units}.
 */
public final class RetortUnit {

    /** Name of the unit of an application that has only one. */
    public static final String DEFAULT = "default";

    private final UnitSettings settings;
    private final Retort retort;
    private final RetortDatabase database;

    /**
     * Creates a unit.
     *
     * @param settings the unit's settings
     * @param retort Retort on the unit's database
     * @param database the unit's database
     */
    public RetortUnit(UnitSettings settings, Retort retort, RetortDatabase database) {
        this.settings = settings;
        this.retort = retort;
        this.database = database;
    }

    /** Returns the unit's settings. */
    public UnitSettings settings() {
        return settings;
    }

    /** Returns Retort on the unit's database. */
    public Retort retort() {
        return retort;
    }

    /** Returns the unit's database. */
    public RetortDatabase database() {
        return database;
    }

    /** Returns the tenants, with a schema or a database each; empty if the unit has no tenants. */
    public Optional<UnitTenants> tenants() {
        return Optional.ofNullable(database.tenants());
    }

    /**
     * Returns this unit for one tenant, for example to upgrade a tenant that was added while the application runs:
     *
     * <pre>{@code
     * units.named("default").tenant("acme").retort().upgrade("heads");
     * }</pre>
     *
     * <p>The tenants are queried again. It can be called by several threads, also for the same tenant: one of them
     * upgrades it, and the others wait for the lock and find nothing to do.
     *
     * @param name the name of the tenant; never null
     * @throws io.retort.error.RetortException if there is no such tenant, or if its schema does not exist
     * @throws java.util.NoSuchElementException if the unit has no tenants
     */
    public RetortUnit tenant(String name) {
        return in(tenants().orElseThrow().find().required(name));
    }

    /**
     * Returns this unit for one tenant that was found.
     *
     * @param tenant the name of the tenant, as {@link UnitTenants#find} returned it; never null
     * @throws java.util.NoSuchElementException if the unit has no tenants
     */
    public RetortUnit in(String tenant) {
        RetortDatabase there = database.inTenant(tenants().orElseThrow(), tenant);
        return new RetortUnit(settings, retort.at(there.dataSource()), there);
    }

    /**
     * Reads the revisions now and returns this unit with them. Use it to read the history once for many tenants.
     *
     * @throws io.retort.error.RetortException if a revision cannot be read, or if the history is not valid
     */
    public RetortUnit loaded() {
        return new RetortUnit(settings, retort.loaded(), database);
    }

    /** Returns the name, as in {@code retort.units.<name>}, in logs and in commands. */
    public String name() {
        return settings.name();
    }
}
