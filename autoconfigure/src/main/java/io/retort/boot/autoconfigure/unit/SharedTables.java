package io.retort.boot.autoconfigure.unit;

import io.retort.error.RetortException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a unit keeps its history, as far as that is known without a connection.
 *
 * @param database the data source, or its URL where it tells one
 * @param table the table's name in lower case
 * @param ofTenants whether it is in the schema of each tenant
 */
record SharedTables(Object database, String table, boolean ofTenants) {

    /**
     * Refuses units that would keep their histories in one table: each would take the other's revisions for its own.
     *
     * @throws RetortException naming both
     */
    static void refuse(List<RetortUnit> units) {
        Map<SharedTables, RetortUnit> seen = new HashMap<>();
        for (RetortUnit unit : units) {
            RetortUnit other = seen.putIfAbsent(of(unit), unit);
            if (other != null) {
                throw new RetortException(
                        "The units " + other.name() + " and " + unit.name()
                                + " would keep their histories in one table: "
                                + unit.retort().options().table() + " of the same database.",
                        "Give one of them a table of its own: "
                                + unit.settings().property("table") + "="
                                + unit.name().replace('-', '_') + "_revision, or another database.");
            }
        }
    }

    private static SharedTables of(RetortUnit unit) {
        RetortDatabase database = unit.database();
        Object reached = database.application() == null ? database.dataSource() : database.application();
        return new SharedTables(
                database.url().map(Object.class::cast).orElse(reached),
                unit.retort().options().table().toString().toLowerCase(Locale.ROOT),
                database.tenants() != null);
    }
}
