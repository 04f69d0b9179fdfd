package io.retort.diff.internal.scratch;

import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Scratch databases, which are dropped afterwards. */
final class MySqlScratchStrategy implements ScratchStrategy {

    /** The error codes for a missing privilege, on a database and in general. */
    private static final Set<Integer> DENIED = Set.of(1044, 1227);

    /** The error codes for a server or a transaction that is read-only. */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1792, 1836);

    @Override
    public Scratch read(Connection connection, ScratchModel model, Inspector inspector) throws SQLException {
        String current = connection.getCatalog();
        if (current == null) {
            throw new RetortException(
                    "The connection has no database, so entities cannot be compared with it.",
                    "Set the database in the JDBC URL.");
        }
        SchemaAliases standIns = SchemaAliases.of(current, model.furtherSchemas(current));
        List<String> created = new ArrayList<>();
        try {
            for (String scratch : standIns.all(model.identifiers()).keySet()) {
                create(scratch, connection);
                created.add(scratch);
            }
            return readIn(standIns, connection, model, inspector);
        } finally {
            connection.setCatalog(current);
            drop(created, connection);
        }
    }

    private static Scratch readIn(
            SchemaAliases standIns, Connection connection, ScratchModel model, Inspector inspector)
            throws SQLException {
        connection.setCatalog(standIns.main());
        ScratchCreation creation =
                model.creation(StatementRunner.plain(connection), standIns.current(), standIns::placeOf);
        creation.run();
        Scope scope = new Scope(List.copyOf(standIns.further().values()));
        return new NameRestorer(standIns, model.identifiers())
                .scratch(creation.scratch(inspector.inspect(connection, scope)));
    }

    /** Uses the character set and collation of the live database, which columns inherit. */
    private static void create(String database, Connection connection) throws SQLException {
        String texts = ScratchStatements.value(
                connection, "select concat(@@character_set_database, ' collate ', @@collation_database)");
        try {
            ScratchStatements.execute(connection, "create database " + database + " character set " + texts);
        } catch (SQLException e) {
            throw refused(connection, e);
        }
    }

    private static RetortException refused(Connection connection, SQLException e) throws SQLException {
        if (READ_ONLY.contains(e.getErrorCode())) {
            return new ScratchRefusedException(
                    "database", "the server is read-only", "Compare with a writable server, not with a replica.", e);
        }
        if (!DENIED.contains(e.getErrorCode())) {
            throw e;
        }
        String user = ScratchStatements.value(connection, "select current_user()");
        return new ScratchRefusedException(
                "database",
                "user " + user + " has no privilege to create databases",
                "Grant the privilege on the development server, for scratch databases only: grant all on `"
                        + SchemaAliases.PREFIX.replace("_", "\\_") + "%`.* to " + quoted(user),
                e);
    }

    /** Returns {@code 'app'@'%'} for {@code app@%}. */
    private static String quoted(String user) {
        int at = user.lastIndexOf('@');
        return "'" + user.substring(0, at) + "'@'" + user.substring(at + 1) + "'";
    }

    /** A foreign key between two scratch databases would otherwise prevent dropping one of them. */
    private static void drop(List<String> databases, Connection connection) throws SQLException {
        String checks = ScratchStatements.value(connection, "select @@foreign_key_checks");
        ScratchStatements.execute(connection, "set foreign_key_checks = 0");
        try {
            for (String database : databases) {
                ScratchStatements.execute(connection, "drop database if exists " + database);
            }
        } finally {
            ScratchStatements.execute(connection, "set foreign_key_checks = " + checks);
        }
    }
}
