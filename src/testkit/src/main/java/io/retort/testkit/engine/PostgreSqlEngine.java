package io.retort.testkit.engine;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Databases on a PostgreSQL server, version 13 or later.
 *
 * @param admin a database that always exists, and a user with the privilege to create databases
 */
public record PostgreSqlEngine(Login admin) implements Engine {

    @Override
    public Login create(String name) throws SQLException {
        admin.execute("create database " + name);
        return admin.withDatabase(name);
    }

    @Override
    public void drop(String name) throws SQLException {
        admin.execute("drop database if exists " + name + " with (force)");
    }

    @Override
    public String version() throws SQLException {
        try (Connection connection = admin.connect()) {
            return Engine.versionOf(connection);
        }
    }
}
