package io.retort.diff.internal.scratch;

import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas in a transaction that is rolled back, so that they never become visible to other sessions. */
final class PostgresScratchStrategy implements ScratchStrategy {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String READ_ONLY = "25006";

    @Override
    public Scratch read(Connection connection, ScratchModel model, Inspector inspector) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        Savepoint before = autoCommit ? null : connection.setSavepoint();
        try {
            return readInTransaction(connection, model, inspector);
        } finally {
            undo(connection, before);
        }
    }

    /** The rollback also restores the settings that are local to the transaction. */
    private static void undo(Connection connection, @Nullable Savepoint before) throws SQLException {
        if (before == null) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else {
            connection.rollback(before);
        }
    }

    private static Scratch readInTransaction(Connection connection, ScratchModel model, Inspector inspector)
            throws SQLException {
        String current = ScratchStatements.value(connection, "select coalesce(current_schema(), 'public')");
        SchemaAliases standIns = SchemaAliases.of(current, model.furtherSchemas(current));
        for (String scratch : standIns.all(model.identifiers()).keySet()) {
            create(connection, scratch);
        }
        // schemas on the usual path stay reachable, because they can contain extensions and functions
        String path = ScratchStatements.value(connection, "select current_setting('search_path')");
        ScratchStatements.execute(
                connection, "set local search_path to " + standIns.main() + (path.isBlank() ? "" : ", " + path));
        ScratchCreation creation = model.creation(StatementRunner.guarded(connection), current, standIns::placeOf);
        creation.run();
        List<CompositeType> types = creation.hasCompositeTypes() ? types(standIns, connection) : List.of();
        Scope scope = new Scope(List.copyOf(standIns.further().values()));
        return new NameRestorer(standIns, model.identifiers())
                .scratch(creation.scratch(inspector.inspect(connection, scope)).with(types));
    }

    private static List<CompositeType> types(SchemaAliases standIns, Connection connection) throws SQLException {
        Map<String, List<String>> live = CompositeTypes.in(standIns.current(), connection);
        return CompositeTypes.in(standIns.main(), connection).entrySet().stream()
                .map(type ->
                        new CompositeType(type.getKey(), type.getValue(), live.getOrDefault(type.getKey(), List.of())))
                .toList();
    }

    private static void create(Connection connection, String scratch) throws SQLException {
        String user = ScratchStatements.value(connection, "select current_user");
        String database = connection.getCatalog();
        try {
            ScratchStatements.execute(connection, "create schema " + scratch);
        } catch (SQLException e) {
            throw refused(user, database, e);
        }
    }

    private static RetortException refused(String user, String database, SQLException e) throws SQLException {
        if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
            return new ScratchRefusedException(
                    "schema",
                    "user " + user + " has no privilege to create schemas in database " + database,
                    "Grant the privilege on the development database: `grant create on database \"" + database
                            + "\" to \"" + user
                            + "\"`. The schema is rolled back at once and is never visible to other sessions.",
                    e);
        }
        if (READ_ONLY.equals(e.getSQLState())) {
            return new ScratchRefusedException(
                    "schema",
                    "database " + database + " is read-only on this server",
                    "Compare with a writable database, not with a standby.",
                    e);
        }
        throw e;
    }
}
