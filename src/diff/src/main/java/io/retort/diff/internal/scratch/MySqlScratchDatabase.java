package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/** A database on the same server, with the character set and collation of the other one. */
final class MySqlScratchDatabase implements ScratchDatabase {

    @Override
    public String create(Connection other, String name) throws SQLException {
        String url = ServerUrl.of(other, name);
        String texts = ScratchStatements.value(
                other, "select concat(@@character_set_database, ' collate ', @@collation_database)");
        ScratchStatements.execute(other, "create database " + name + " character set " + texts);
        return url;
    }

    @Override
    public void remove(Connection other, String name) throws SQLException {
        ScratchStatements.execute(other, "drop database if exists " + name);
    }
}
