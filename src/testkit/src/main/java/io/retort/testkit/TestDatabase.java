package io.retort.testkit;

import io.retort.testkit.engine.DerbyEngine;
import io.retort.testkit.engine.H2Engine;
import io.retort.testkit.engine.HsqldbEngine;
import io.retort.testkit.engine.MySqlEngine;
import io.retort.testkit.engine.PostgreSqlEngine;
import io.retort.testkit.engine.SqliteEngine;
import io.retort.testkit.launch.EmbeddedMariaDb;
import io.retort.testkit.launch.EmbeddedMySql;
import io.retort.testkit.launch.EmbeddedPostgreSql;
import io.retort.testkit.launch.InDocker;
import java.util.Locale;

/** The database products of the tests. */
public enum TestDatabase {
    POSTGRESQL(new DatabaseProduct.Server(PostgreSqlEngine::new, InDocker.postgreSql(), EmbeddedPostgreSql.newest())),
    /** The oldest supported version, for differences between versions of PostgreSQL. */
    POSTGRESQL_15(
            new DatabaseProduct.Server(PostgreSqlEngine::new, InDocker.postgreSql15(), EmbeddedPostgreSql.version15())),
    MARIADB(new DatabaseProduct.Server(MySqlEngine::new, InDocker.mariaDb(), new EmbeddedMariaDb())),
    /** The embedded version is 8.0.15, which does not enforce check constraints. */
    MYSQL(new DatabaseProduct.Server(MySqlEngine::new, InDocker.mySql(), new EmbeddedMySql())),
    H2(new DatabaseProduct.InProcess(H2Engine::new)),
    HSQLDB(new DatabaseProduct.InProcess(HsqldbEngine::new)),
    SQLITE(new DatabaseProduct.InProcess(SqliteEngine::new)),
    DERBY(new DatabaseProduct.InProcess(DerbyEngine::new));

    private final ServerSlot slot;

    TestDatabase(DatabaseProduct product) {
        this.slot = new ServerSlot(product);
    }

    /**
     * Returns the only server of this product in this JVM; the first call starts it.
     *
     * @throws org.opentest4j.TestAbortedException if it is not available, with the reason; the test is then aborted
     * @throws AssertionError if it is not available but must be: it is required, or was requested by mode or URL
     */
    public DatabaseServer server() {
        return slot.server(this, Settings.current());
    }

    /** Returns the product's name without a version: {@code postgresql}. */
    public String product() {
        return toString().replaceFirst("_\\d+$", "");
    }

    /** Returns the name in properties and display names: {@code postgresql}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
