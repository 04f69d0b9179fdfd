package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/** How an empty database of one product is created and removed. */
public interface ScratchDatabase {

    /** The prefix of the names of all scratch databases. */
    String PREFIX = SchemaAliases.PREFIX;

    /**
     * Creates an empty database with the settings of another one.
     *
     * @param other a connection to the other database, which is not changed
     * @param name the name of the new database: {@link #PREFIX} and letters
     * @return the JDBC URL of the new database
     * @throws SQLException if the database cannot be created
     */
    String create(Connection other, String name) throws SQLException;

    /**
     * Prepares the new database for a history: creates the schema in which the other database's objects are.
     *
     * @param other a connection to the other database
     * @param created a connection to the new database
     * @throws SQLException if the database refuses
     */
    default void prepare(Connection other, Connection created) throws SQLException {}

    /**
     * Ends a database that lives in a process. The connection is not usable afterwards.
     *
     * @param created the only connection to the new database
     * @throws SQLException if the database refuses
     */
    default void shutDown(Connection created) throws SQLException {}

    /**
     * Removes a database, which has no sessions.
     *
     * @param other a connection to the other database
     * @param name the name of the database to remove
     * @throws SQLException if the database cannot be removed
     */
    default void remove(Connection other, String name) throws SQLException {}

    /** Returns how databases are created on a PostgreSQL server. */
    static ScratchDatabase postgres() {
        return new PostgresScratchDatabase();
    }

    /** Returns how databases are created on a MySQL or MariaDB server. */
    static ScratchDatabase mySql() {
        return new MySqlScratchDatabase();
    }

    /** Returns how databases are created in memory by H2. */
    static ScratchDatabase h2() {
        return new H2ScratchDatabase();
    }

    /** Returns how databases are created in memory by HSQLDB. */
    static ScratchDatabase hsqldb() {
        return new HsqldbScratchDatabase();
    }

    /** Returns how databases are created by SQLite, in a temporary file. */
    static ScratchDatabase sqlite() {
        return new SqliteScratchDatabase();
    }
}
