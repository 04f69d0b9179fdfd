package io.retort.boot.autoconfigure;

import io.retort.error.RetortException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The place of a unit's history table, where it is known without a connection.
 *
 * @param database the URL, or the data source if it does not expose one, or what provides the tenants' databases
 * @param table the table's name in lower case
 * @param ofTenants whether each tenant has such a table
 */
record SharedTables(Object database, String table, boolean ofTenants) {

    /**
     * Rejects two units that use the same history table, because each would take the other's revisions for its own.
     *
     * @throws RetortException if there are two such units; the message contains both names
     */
    static void refuse(List<RetortUnit> units) {
        Map<SharedTables, RetortUnit> seen = new HashMap<>();
        for (RetortUnit unit : units) {
            RetortUnit other = seen.putIfAbsent(of(unit), unit);
            if (other != null) {
                throw new RetortException(
                        "The units " + other.name() + " and " + unit.name()
                                + " would use the same history table: "
                                + unit.retort().options().table() + " of the same database.",
                        "Give one of them another table: "
                                + unit.settings().property("table") + "="
                                + unit.name().replace('-', '_') + "_revision, or another database.");
            }
        }
    }

    private static SharedTables of(RetortUnit unit) {
        RetortDatabase database = unit.database();
        Object reached = database.application() == null ? database.dataSource() : database.application();
        Object ofTenants =
                database.tenants() == null ? null : database.tenants().places().origin();
        return new SharedTables(
                ofTenants == null ? database.url().map(Object.class::cast).orElse(reached) : ofTenants,
                unit.retort().options().table().toString().toLowerCase(Locale.ROOT),
                database.tenants() != null);
    }
}
