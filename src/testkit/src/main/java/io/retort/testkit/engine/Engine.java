package io.retort.testkit.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Creates databases of one product at one location. */
public interface Engine {

    /**
     * Creates an empty database.
     *
     * @param name lower case letters, digits and underscores
     */
    Login create(String name) throws SQLException;

    /** Drops a database that {@link #create} has created, including open connections. */
    void drop(String name) throws SQLException;

    /**
     * Creates a database in files, which other processes can open one after another. It is deleted with its folder.
     *
     * @throws UnsupportedOperationException if the product has none
     */
    default Login inFolder(Path folder, String name) {
        throw new UnsupportedOperationException(
                "No database in files here; a fresh database of a server can be reached by other processes as it is.");
    }

    /** Returns the product's version as reported by its driver, reduced to the number. */
    default String version() throws SQLException {
        String name = "retort_version";
        try (Connection connection = create(name).connect()) {
            return versionOf(connection);
        } finally {
            drop(name);
        }
    }

    /** Returns the leading number of the driver's version text: 18.6, 11.4.5. */
    static String versionOf(Connection connection) throws SQLException {
        String text = connection.getMetaData().getDatabaseProductVersion();
        return text.replaceFirst("[^0-9.].*", "");
    }
}
