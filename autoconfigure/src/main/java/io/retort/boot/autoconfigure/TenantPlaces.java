package io.retort.boot.autoconfigure;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the tenants of a unit are: in schemas of one database, or in databases of their own. */
interface TenantPlaces {

    /**
     * Queries the tenants again.
     *
     * @throws io.retort.error.RetortException if the database cannot be reached or the source fails
     */
    UnitTenants.Found find();

    /** Returns a data source whose connections work in the place of one of the tenants that were found. */
    DataSource in(String tenant);

    /** Returns a data source for the first tenant. The tenants are queried when the first connection is opened. */
    DataSource inTheFirst();

    /** Returns how many tenants are processed in parallel if no property says it. */
    int parallelism();

    /** Returns whether each tenant has a database of its own. */
    boolean areDatabases();

    /** Returns whether a data source is known to be that of a tenant; queries nothing. */
    boolean has(DataSource dataSource);

    /** Returns what tells these places from those of another unit, or null if the unit's database does. */
    @Nullable
    Object origin();
}
