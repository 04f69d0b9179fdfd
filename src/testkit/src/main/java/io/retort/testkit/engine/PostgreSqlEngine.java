package io.retort.testkit.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Databases on a PostgreSQL server, version 13 or later. */
public final class PostgreSqlEngine implements Engine {

    private final Login login;
    private final AdminConnection admin;
    private @Nullable String strategy;

    /**
     * Creates an engine.
     *
     * @param login a database that always exists, and a user with the privilege to create databases
     */
    public PostgreSqlEngine(Login login) {
        this.login = login;
        this.admin = new AdminConnection(login);
    }

    @Override
    public Login create(String name) throws SQLException {
        admin.execute("create database " + name + strategy());
        return login.withDatabase(name);
    }

    @Override
    public void drop(String name) throws SQLException {
        admin.execute("drop database if exists " + name + " with (force)");
    }

    @Override
    public String version() throws SQLException {
        return admin.with(Engine::versionOf);
    }

    private synchronized String strategy() throws SQLException {
        if (strategy == null) {
            strategy = admin.with(PostgreSqlEngine::fastest);
        }
        return strategy;
    }

    /**
     * A server that never waits for its disk copies files in half the time that it needs to log their pages. On other
     * servers a copy of files forces two checkpoints, so these keep their default. Version 14 has only one strategy.
     */
    private static String fastest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select current_setting('fsync') = 'off'"
                        + " and cast(current_setting('server_version_num') as int) >= 150000")) {
            return rows.next() && rows.getBoolean(1) ? " strategy file_copy" : "";
        }
    }
}
