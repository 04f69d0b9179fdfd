package io.retort.diff.internal.inspect;

import io.retort.dialect.Dialect;

/** The inspectors of the products that Retort compares entities with. */
public final class Inspectors {

    private Inspectors() {}

    /** Reads the catalog of PostgreSQL. */
    public static Inspector postgres(Dialect dialect) {
        return catalog(new PostgresQuirks(), dialect);
    }

    /** Reads the catalog of MySQL. */
    public static Inspector mySql(Dialect dialect) {
        return catalog(new MySqlQuirks(), dialect);
    }

    /** Reads the catalog of MariaDB. */
    public static Inspector mariaDb(Dialect dialect) {
        return catalog(new MariaDbQuirks(), dialect);
    }

    /** Reads the catalog of H2. */
    public static Inspector h2(Dialect dialect) {
        return catalog(new H2Quirks(), dialect);
    }

    /** Reads the catalog of HSQLDB. */
    public static Inspector hsqldb(Dialect dialect) {
        return catalog(new HsqldbQuirks(), dialect);
    }

    /** Reads the statements that SQLite keeps. */
    public static Inspector sqlite(Dialect dialect) {
        return new SqliteInspector(dialect);
    }

    private static Inspector catalog(Quirks quirks, Dialect dialect) {
        return new CatalogInspector(quirks, dialect.identifiers());
    }
}
