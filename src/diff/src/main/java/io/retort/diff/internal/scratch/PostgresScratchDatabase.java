package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/** A database on the same server. */
final class PostgresScratchDatabase implements ScratchDatabase {

    /** The first version that can end the sessions of a database while it drops it. */
    private static final int WITH_FORCE = 13;

    @Override
    public String create(Connection other, String name) throws SQLException {
        String url = ServerUrl.of(other, name);
        ScratchStatements.execute(other, "create database " + name);
        return url;
    }

    /** The current schema can be set in the URL. */
    @Override
    public void prepare(Connection other, Connection created) throws SQLException {
        String schema = ScratchStatements.value(other, "select quote_ident(coalesce(current_schema(), 'public'))");
        ScratchStatements.execute(created, "create schema if not exists " + schema);
    }

    /** A statement that is still running is ended, because it would keep the database. */
    @Override
    public void remove(Connection other, String name) throws SQLException {
        boolean canForce = other.getMetaData().getDatabaseMajorVersion() >= WITH_FORCE;
        ScratchStatements.execute(other, "drop database if exists " + name + (canForce ? " with (force)" : ""));
    }
}
