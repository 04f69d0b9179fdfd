package io.retort.testkit.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases on a MySQL or MariaDB server. */
public final class MySqlEngine implements Engine {

    private final Login login;
    private final AdminConnection admin;

    /**
     * Creates an engine.
     *
     * @param login a URL without a database, or with one that always exists, and a user with the privilege to create
     *     databases
     */
    public MySqlEngine(Login login) {
        this.login = login;
        this.admin = new AdminConnection(login);
    }

    @Override
    public Login create(String name) throws SQLException {
        admin.execute("create database " + name + " character set utf8mb4");
        return login.withDatabase(name);
    }

    /** An open transaction would block the drop, by default forever, so its session is terminated first. */
    @Override
    public void drop(String name) throws SQLException {
        admin.with(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (long id : connectionsTo(name, connection)) {
                    kill(id, statement);
                }
                return statement.execute("drop database if exists " + name);
            }
        });
    }

    @Override
    public String version() throws SQLException {
        return admin.with(Engine::versionOf);
    }

    private static List<Long> connectionsTo(String name, Connection connection) throws SQLException {
        String sql = "select id from information_schema.processlist where db = ? and id <> connection_id()";
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }

    private static void kill(long id, Statement statement) throws SQLException {
        int noSuchThread = 1094;
        try {
            statement.execute("kill " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != noSuchThread) {
                throw e;
            }
        }
    }
}
