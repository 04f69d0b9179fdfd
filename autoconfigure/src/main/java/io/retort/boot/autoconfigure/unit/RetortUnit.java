package io.retort.boot.autoconfigure.unit;

import io.retort.Retort;
import io.retort.boot.autoconfigure.tenant.UnitTenants;
import io.retort.run.source.History;
import java.util.Optional;

/**
 * A database with a history of its own. An application has one, called {@code default}, or those of
 * {@code retort.units}.
 *
 * @param settings what it is set to
 * @param retort its front door
 * @param database where it is
 */
public record RetortUnit(UnitSettings settings, Retort retort, RetortDatabase database) {

    /** The unit of an application that has only one. */
    public static final String DEFAULT = "default";

    /** Those who have a schema each in its database; empty if it has none. */
    public Optional<UnitTenants> tenants() {
        return Optional.ofNullable(database.tenants());
    }

    /** The same in the schema of one tenant, with the history as it was read. */
    public RetortUnit in(String schema, History history) {
        RetortDatabase there = database.inSchema(tenants().orElseThrow(), schema);
        return new RetortUnit(settings, retort.at(there.dataSource(), history), there);
    }

    /** What it is called in {@code retort.units.<name>}, in logs and in commands. */
    public String name() {
        return settings.name();
    }
}
