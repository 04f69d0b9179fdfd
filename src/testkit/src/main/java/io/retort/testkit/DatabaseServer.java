package io.retort.testkit;

import io.retort.testkit.engine.Engine;
import io.retort.testkit.engine.Login;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** A running database product that creates databases. It runs until the JVM ends. */
public final class DatabaseServer {

    private final TestDatabase database;
    private final Engine engine;
    private final Provider provider;
    private final String version;

    DatabaseServer(TestDatabase database, DatabaseProduct.Found found, String version) {
        this.database = database;
        this.engine = found.engine();
        this.provider = found.provider();
        this.version = version;
    }

    public TestDatabase database() {
        return database;
    }

    public Provider provider() {
        return provider;
    }

    /** Returns the product's version: {@code 18.6}. */
    public String version() {
        return version;
    }

    /** Creates an empty database, which is dropped when it is closed. */
    public TestDb newDatabase() {
        String name = "retort_" + UUID.randomUUID().toString().replace("-", "");
        try {
            Login login = engine.create(name);
            return new TestDb(this, login, () -> engine.drop(name));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a database on " + this + ": " + e.getMessage(), e);
        }
    }

    /**
     * Creates a database in files, for tests that start other JVMs on it. Closing it keeps the files; they are deleted
     * with the folder.
     *
     * @throws UnsupportedOperationException for servers, whose databases other JVMs can reach anyway, and for Derby
     */
    public TestDb newFileDatabase(Path folder) {
        return new TestDb(this, engine.inFolder(folder, "retort"), () -> {});
    }

    /** Returns a description: {@code postgresql 18.6 embedded}. */
    @Override
    public String toString() {
        return database + " " + version + " " + provider;
    }
}
