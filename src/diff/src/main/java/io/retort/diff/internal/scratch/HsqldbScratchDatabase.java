package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/** A database in memory with the properties of the other one's URL. */
final class HsqldbScratchDatabase implements ScratchDatabase {

    @Override
    public String create(Connection other, String name) throws SQLException {
        String url = other.getMetaData().getURL();
        int properties = url.indexOf(';');
        return "jdbc:hsqldb:mem:" + name + (properties < 0 ? "" : url.substring(properties));
    }

    @Override
    public void prepare(Connection other, Connection created) throws SQLException {
        String schema = other.getSchema();
        ScratchStatements.execute(
                created, "create schema if not exists \"" + schema.replace("\"", "\"\"") + "\" authorization dba");
    }

    @Override
    public void shutDown(Connection created) throws SQLException {
        ScratchStatements.execute(created, "shutdown");
    }
}
