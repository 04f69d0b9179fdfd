package io.retort.internal.database;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.internal.lint.Server;
import io.retort.internal.lint.TableSizes;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.ServerVersion;
import io.retort.internal.lint.rule.TableSize;
import io.retort.lint.DatabaseSizes;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what lint rules need to know about a server: its version, its driver settings and the sizes of its tables. */
public final class ServerFacts {

    private ServerFacts() {}

    /** Returns the connected server. The sizes are read on demand, because most upgrades need none. */
    public static Server of(DatabaseSession session) throws SQLException {
        Connection connection = session.connection();
        Dialect dialect = session.dialect();
        return new Server(
                dialect,
                ServerVersion.parse(connection.getMetaData().getDatabaseProductVersion()),
                parameters(String.valueOf(connection.getMetaData().getURL())),
                new ConnectedSizes(session));
    }

    /** Returns a server that is not connected. */
    public static Server of(DatabaseSizes sizes, Dialect dialect) {
        Map<QualifiedName, TableSize> known = indexed(sizes.tables(), dialect);
        return new Server(dialect, ServerVersion.parse(sizes.version()), Map.of(), table -> find(table, known));
    }

    /**
     * Tables of other schemas have their schema in their names, so a table that is missing under its full name is in the
     * current schema.
     */
    private static TableSize find(QualifiedName table, Map<QualifiedName, TableSize> known) {
        TableSize size = known.get(table);
        return size == null ? known.getOrDefault(table.withoutSchema(), TableSize.UNKNOWN) : size;
    }

    /** Returns the sizes of all tables; a table that seems empty has an unknown size if it has 10,000 rows or more. */
    public static DatabaseSizes sizes(DatabaseSession session) throws SQLException {
        Dialect dialect = session.dialect();
        ConnectedSizes connected = new ConnectedSizes(session);
        List<DatabaseSizes.Entry> entries = new ArrayList<>();
        for (DatabaseSizes.Entry entry : entries(session)) {
            TableSize size = connected.of(dialect.identifiers().canonical(QualifiedName.parse(entry.name())));
            entries.add(new DatabaseSizes.Entry(entry.name(), size.rows(), size.bytes(), entry.partitioned()));
        }
        return new DatabaseSizes(
                session.dialect().name(), session.connection().getMetaData().getDatabaseProductVersion(), entries);
    }

    private static Map<QualifiedName, TableSize> indexed(List<DatabaseSizes.Entry> entries, Dialect dialect) {
        Map<QualifiedName, TableSize> sizes = new HashMap<>();
        for (DatabaseSizes.Entry entry : entries) {
            QualifiedName name = dialect.identifiers().canonical(QualifiedName.parse(entry.name()));
            sizes.put(name, new TableSize(entry.rows(), entry.bytes(), entry.partitioned()));
        }
        return sizes;
    }

    private static List<DatabaseSizes.Entry> entries(DatabaseSession session) throws SQLException {
        Optional<String> query = LintRules.of(session.dialect()).sizes();
        List<DatabaseSizes.Entry> entries = new ArrayList<>();
        if (query.isEmpty()) {
            return entries;
        }
        Identifiers identifiers = session.dialect().identifiers();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(query.get())) {
            while (rows.next()) {
                String schema = rows.getString(1);
                String name = identifiers.typed(rows.getString(2));
                QualifiedName table = new QualifiedName(schema == null ? null : identifiers.typed(schema), name);
                entries.add(new DatabaseSizes.Entry(
                        table.toString(), number(rows, 3), number(rows, 4), rows.getBoolean(5)));
            }
        }
        return entries;
    }

    private static @Nullable Long number(ResultSet rows, int column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? null : Long.valueOf(number);
    }

    /** Returns the parameters after the question mark of a URL. */
    static Map<String, String> parameters(String url) {
        Map<String, String> parameters = new HashMap<>();
        int question = url.indexOf('?');
        if (question < 0) {
            return parameters;
        }
        for (String parameter : url.substring(question + 1).split("&")) {
            int sign = parameter.indexOf('=');
            if (sign > 0) {
                parameters.put(parameter.substring(0, sign), parameter.substring(sign + 1));
            }
        }
        return parameters;
    }

    /** The statistics of a server can be old, so the rows of a table that seems empty, or has no statistics, are counted. */
    private static final class ConnectedSizes implements TableSizes {

        private final DatabaseSession session;
        private @Nullable Map<QualifiedName, TableSize> known;

        ConnectedSizes(DatabaseSession session) {
            this.session = session;
        }

        @Override
        public TableSize of(QualifiedName table) {
            Map<QualifiedName, TableSize> sizes = known();
            TableSize size = find(table, sizes);
            Long rows = size.rows();
            if (rows != null && rows > 0) {
                return size;
            }
            TableSize counted = counted(table, size);
            sizes.put(table, counted);
            return counted;
        }

        private Map<QualifiedName, TableSize> known() {
            Map<QualifiedName, TableSize> sizes = known;
            if (sizes == null) {
                sizes = read();
                known = sizes;
            }
            return sizes;
        }

        /** Without the privilege to read the statistics, the sizes are unknown. */
        private Map<QualifiedName, TableSize> read() {
            try {
                return indexed(entries(session), session.dialect());
            } catch (SQLException e) {
                return new HashMap<>();
            }
        }

        /** Counts only so far as to know whether the table is small. */
        private TableSize counted(QualifiedName table, TableSize statistics) {
            String query = "select count(*) from (select 1 as found from "
                    + session.dialect().identifiers().sql(table) + " limit " + TableSize.FEW_ROWS + ") few";
            try (Statement statement = session.connection().createStatement();
                    ResultSet found = statement.executeQuery(query)) {
                found.next();
                long rows = found.getLong(1);
                if (rows == 0) {
                    return new TableSize(0L, 0L, statistics.partitioned());
                }
                return rows < TableSize.FEW_ROWS
                        ? new TableSize(rows, statistics.bytes(), statistics.partitioned())
                        : unknown(statistics);
            } catch (SQLException e) {
                return unknown(statistics);
            }
        }

        private static TableSize unknown(TableSize statistics) {
            return new TableSize(null, null, statistics.partitioned());
        }
    }
}
