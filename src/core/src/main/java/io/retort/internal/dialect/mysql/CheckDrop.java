package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.internal.session.CatalogLookup;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Constraint.Check;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops a check constraint on MariaDB. A check constraint in a column definition has the column's name there, and only
 * a new definition removes it.
 *
 * @param lookup the statement and the check constraint
 */
record CheckDrop(ConstraintLookup lookup) implements Statement.Adaptation {

    private static final String CHECKS = """
            select constraint_name, check_clause from information_schema.check_constraints
            where constraint_schema = coalesce(?, database()) and table_name = ?""";

    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        String table = lookup.identifiers().sql(lookup.table());
        Optional<ShownTable> shown =
                CatalogLookup.shown(connection, ShownTable.command(table)).map(ShownTable::of);
        if (shown.isEmpty()) {
            return text;
        }
        String name = actualName(connection, shown.get());
        if (shown.get().hasConstraint(name)) {
            return lookup.before()
                    + lookup.identifiers().sql(lookup.identifiers().typed(name))
                    + lookup.after();
        }
        return shown.get()
                .withoutCheck(name)
                .map(definition -> "alter table " + table + " modify column " + definition)
                .orElse(text);
    }

    private String actualName(Connection connection, ShownTable shown) throws SQLException {
        String given = lookup.identifiers().stored(lookup.name());
        if (shown.hasConstraint(given) || shown.withoutCheck(given).isPresent()) {
            return given;
        }
        List<String> same = same(connection);
        return same.size() == 1 ? same.get(0) : given;
    }

    private List<String> same(Connection connection) throws SQLException {
        String schema = lookup.table().schema();
        try (PreparedStatement statement = connection.prepareStatement(CHECKS)) {
            statement.setString(1, schema == null ? null : lookup.identifiers().stored(schema));
            statement.setString(2, lookup.identifiers().stored(lookup.table().name()));
            try (ResultSet rows = statement.executeQuery()) {
                List<String> same = new ArrayList<>();
                while (rows.next()) {
                    if (ConstraintLookup.isSameCondition(
                            ((Check) lookup.constraint()).expression(), rows.getString(2))) {
                        same.add(rows.getString(1));
                    }
                }
                return same;
            }
        }
    }

    @Override
    public String adaptAfter(List<Operation> before, String text, Connection connection) throws SQLException {
        boolean known = before.stream()
                .noneMatch(operation ->
                        operation.alteredTable().filter(lookup.table()::equals).isPresent());
        return known ? adapt(text, connection) : text;
    }

    @Override
    public String inFile(String text) {
        return lookup.inFile(text);
    }
}
