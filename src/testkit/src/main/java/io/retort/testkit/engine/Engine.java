package io.retort.testkit.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A database product at one place, as a maker of databases. */
public interface Engine {

    /** Makes an empty database; {@code name} is lower case letters, digits and underscores. */
    Login create(String name) throws SQLException;

    /** Drops what {@link #create} made under that name, connections that a test forgot included. */
    void drop(String name) throws SQLException;

    /**
     * A database in files, which other processes can open one after another; it ends with its folder.
     *
     * @throws UnsupportedOperationException if this product has none
     */
    default Login inFolder(Path folder, String name) {
        throw new UnsupportedOperationException(
                "No database in files here; a fresh database of a server can be reached by other processes as it is.");
    }

    /** The product's version as its driver tells it, without what follows the number. */
    default String version() throws SQLException {
        String name = "retort_version";
        try (Connection connection = create(name).connect()) {
            return versionOf(connection);
        } finally {
            drop(name);
        }
    }

    /** The leading number of the driver's answer: 18.6, 11.4.5. */
    static String versionOf(Connection connection) throws SQLException {
        String text = connection.getMetaData().getDatabaseProductVersion();
        return text.replaceFirst("[^0-9.].*", "");
    }
}
