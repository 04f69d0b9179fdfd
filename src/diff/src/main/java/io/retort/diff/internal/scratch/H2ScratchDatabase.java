package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/** A database in memory with the settings of the other one. It needs no user. */
final class H2ScratchDatabase implements ScratchDatabase {

    /** The first connection creates the database with its user, who has all rights. */
    @Override
    public String create(Connection other, String name) throws SQLException {
        return H2Settings.url(other, name) + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    public void prepare(Connection other, Connection created) throws SQLException {
        String schema = other.getSchema();
        ScratchStatements.execute(created, "create schema if not exists \"" + schema.replace("\"", "\"\"") + '"');
    }

    @Override
    public void shutDown(Connection created) throws SQLException {
        ScratchStatements.execute(created, "shutdown");
    }
}
