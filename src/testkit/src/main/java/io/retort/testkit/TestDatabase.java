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

/** The database products that we test on. */
public enum TestDatabase {
    POSTGRESQL(new Product.Server(PostgreSqlEngine::new, InDocker.postgreSql(), EmbeddedPostgreSql.newest())),
    /** The oldest that we speak to, for what PostgreSQL does otherwise from one version to the next. */
    POSTGRESQL_15(new Product.Server(PostgreSqlEngine::new, InDocker.postgreSql15(), EmbeddedPostgreSql.version15())),
    MARIADB(new Product.Server(MySqlEngine::new, InDocker.mariaDb(), new EmbeddedMariaDb())),
    /** Embedded it is 8.0.15, which does not enforce CHECK constraints. */
    MYSQL(new Product.Server(MySqlEngine::new, InDocker.mySql(), new EmbeddedMySql())),
    H2(new Product.InProcess(H2Engine::new)),
    HSQLDB(new Product.InProcess(HsqldbEngine::new)),
    SQLITE(new Product.InProcess(SqliteEngine::new)),
    DERBY(new Product.InProcess(DerbyEngine::new));

    private final ServerSlot slot;

    TestDatabase(Product product) {
        this.slot = new ServerSlot(product);
    }

    /**
     * The one server of this product in this JVM, started by the first call.
     *
     * @throws org.opentest4j.TestAbortedException if it cannot be had, with the reason; the test ends as aborted
     * @throws AssertionError if it cannot be had and must be: required, or asked for by mode or URL
     */
    public DatabaseServer server() {
        return slot.server(this, Settings.current());
    }

    /** The product's name, whatever the version: {@code postgresql}. */
    public String product() {
        return toString().replaceFirst("_\\d+$", "");
    }

    /** The name in properties, display names and lines of output: {@code postgresql}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
