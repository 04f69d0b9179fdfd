package io.retort.diff.faithful;

import io.retort.diff.author.Difference;
import io.retort.diff.models.DomainModel;
import io.retort.operation.Operation;
import io.retort.schema.Snapshot;
import io.retort.testkit.TestDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The matrix as a Markdown table: what was created, and what still differed. */
final class MatrixTable {

    private final Map<DomainModel, Map<String, String>> cells = new TreeMap<>();
    private final List<String> databases = new ArrayList<>();

    /** Adds a model on a database. */
    void cell(DomainModel model, TestDb db, List<Operation> operations, Difference again) {
        String database = db.database().product() + " " + db.server().version();
        if (!databases.contains(database)) {
            databases.add(database);
        }
        int different = again.operations().size() + again.skipped().size();
        Snapshot made = operations.stream()
                .reduce(Snapshot.EMPTY, (schema, operation) -> operation.applyTo(schema), (one, other) -> other);
        String text = made.tables().size() + " / " + objects(made) + " / " + operations.size() + " / " + different;
        cells.computeIfAbsent(model, m -> new TreeMap<>()).put(database, text);
    }

    private static long objects(Snapshot made) {
        return made.sequences().size()
                + made.enumTypes().size()
                + made.tables().stream()
                        .mapToLong(table -> table.columns().size()
                                + table.constraints().size()
                                + table.indexes().size())
                        .sum();
    }

    /** Objects are columns, constraints, indexes, sequences and types. */
    void print() {
        System.out.println("[matrix] tables / objects / operations / differences after upgrade");
        System.out.println("| model | " + String.join(" | ", databases) + " |");
        System.out.println("|---|" + "---|".repeat(databases.size()));
        cells.forEach((model, row) -> System.out.println("| " + model + " | "
                + String.join(
                        " | ",
                        databases.stream()
                                .map(database -> row.getOrDefault(database, "not run"))
                                .toList())
                + " |"));
    }
}
