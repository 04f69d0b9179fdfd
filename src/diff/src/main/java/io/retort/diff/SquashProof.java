package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.OtherObjects;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one way of building a database has produced: the catalog and the rows, as the database reports them.
 *
 * @param database product and version, without the URL
 * @param schema the tables, sequences and types
 * @param others the names of views, triggers and functions by kind
 * @param rows the rows of each table, sorted
 */
record SquashProof(
        String database, Snapshot schema, Map<String, List<String>> others, Map<QualifiedName, List<String>> rows) {

    /** Reads a database. */
    static SquashProof read(Connection connection, Retort retort, Snapshot expected) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        ComparedProduct product = ComparedProduct.of(dialect);
        Inspector inspector = product.inspector(dialect);
        Predicate<QualifiedName> own = OwnTables.of(retort, dialect);
        Snapshot found = inspector.inspect(connection, new Scope(ComputedSchema.schemas(expected)));
        Snapshot schema = ComputedSchema.without(found, own);
        Map<QualifiedName, List<String>> rows = new TreeMap<>();
        for (Table table : schema.tables()) {
            rows.put(table.name(), rows(connection, table, dialect));
        }
        return new SquashProof(
                connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion(),
                schema,
                product.otherObjects()
                        .map(query -> OtherObjects.read(connection, query))
                        .orElse(Map.of()),
                rows);
    }

    private static List<String> rows(Connection connection, Table table, Dialect dialect) throws SQLException {
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .sorted()
                .map(dialect.identifiers()::sql)
                .toList();
        List<String> rows = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select " + String.join(", ", columns) + " from "
                        + dialect.identifiers().sql(table.name()))) {
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        Collections.sort(rows);
        return rows;
    }

    /**
     * Returns what a database that was built in another way has differently, one line each.
     *
     * @param squashed the database that the squash has built
     * @param compared the tables whose rows must be equal, besides those in which the squash has rows
     */
    List<String> differences(SquashProof squashed, Collection<QualifiedName> compared) {
        List<String> differences = new ArrayList<>();
        Differ.compare(new ComparisonContext(
                        HistoryReplay.withUnnamedKeys(squashed.schema),
                        HistoryReplay.withUnnamedKeys(schema),
                        HistoryReplay.withUnnamedKeys(schema),
                        name -> true))
                .operations()
                .forEach(operation -> differences.add(operation.describe()));
        others.forEach((kind, names) -> missing(names, squashed.others.getOrDefault(kind, List.of()))
                .forEach(name -> differences.add("+ " + kind + " " + name)));
        squashed.others.forEach((kind, names) -> missing(names, others.getOrDefault(kind, List.of()))
                .forEach(name -> differences.add("- " + kind + " " + name)));
        rows.forEach((table, expected) -> {
            List<String> found = squashed.rows.getOrDefault(table, List.of());
            if ((compared.contains(table) || !found.isEmpty()) && !found.equals(expected)) {
                differences.add("~ rows in " + table + ": " + count(missing(expected, found), "missing") + ", "
                        + count(missing(found, expected), "too many"));
            }
        });
        return differences;
    }

    private static String count(List<String> rows, String what) {
        return rows.size() + " " + what;
    }

    private static List<String> missing(List<String> expected, List<String> found) {
        List<String> missing = new ArrayList<>(expected);
        found.forEach(missing::remove);
        return missing;
    }

    /** Returns the tables that have rows here and none in the database that the squash has built. */
    List<String> emptied(SquashProof squashed) {
        return rows.entrySet().stream()
                .filter(table -> !table.getValue().isEmpty()
                        && squashed.rows.getOrDefault(table.getKey(), List.of()).isEmpty())
                .map(table -> table.getKey() + " ("
                        + (table.getValue().size() == 1
                                ? "1 row"
                                : table.getValue().size() + " rows")
                        + ")")
                .toList();
    }
}
