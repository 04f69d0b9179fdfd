package io.retort.diff.internal.scratch;

import io.retort.diff.internal.model.ModelDdl;
import io.retort.diff.internal.model.ObjectDdl;
import io.retort.diff.internal.scratch.Scratch.Failure;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * Creates a model in a scratch schema, object by object. If the database rejects a table, the parts that it accepts are
 * created. Objects that depend on a rejected column are not created.
 */
final class ModelCreation implements ScratchCreation {

    private static final int BATCH = 50;

    private final StatementRunner runner;
    private final ModelDdl ddl;
    private final Predicate<QualifiedName> tables;
    private final ComparisonProgress progress;
    private final List<Failure> failures = new ArrayList<>();
    private final List<RejectedTable> refused = new ArrayList<>();
    private final Map<Table, Set<Column>> missing = new HashMap<>();
    private int leftOut;

    /**
     * @param runner runs the statements
     * @param ddl the statements of the model
     * @param tables selects the tables to create
     * @param progress receives how many objects are created
     */
    ModelCreation(StatementRunner runner, ModelDdl ddl, Predicate<QualifiedName> tables, ComparisonProgress progress) {
        this.runner = runner;
        this.ddl = ddl;
        this.tables = tables;
        this.progress = progress;
    }

    /** Creates the chosen tables and the objects that they need. */
    @Override
    public void run() throws SQLException {
        List<ObjectDdl> objects = ddl.objects(tables);
        IntConsumer created = progress.counting("creating the entities' tables in a scratch schema", objects.size());
        for (int from = 0; from < objects.size(); from += BATCH) {
            List<ObjectDdl> some = objects.subList(from, Math.min(from + BATCH, objects.size()));
            if (!runner.runAtOnce(statements(some))) {
                int done = from;
                for (ObjectDdl object : some) {
                    create(object);
                    created.accept(++done);
                }
            }
            created.accept(from + some.size());
        }
        progress.stage("reading the scratch schema");
    }

    @Override
    public boolean hasCompositeTypes() {
        return !ddl.structures().isEmpty();
    }

    @Override
    public Scratch scratch(Snapshot read) {
        List<String> notes = leftOut == 0
                ? List.of()
                : List.of("comments: the product has no comments, so " + leftOut + " are left out");
        return new Scratch(read, failures, refused, notes, List.of());
    }

    private static List<String> statements(List<ObjectDdl> objects) {
        return objects.stream().flatMap(object -> object.statements().stream()).toList();
    }

    private void create(ObjectDdl object) throws SQLException {
        Table table = object.table();
        if (object.isTable() && table != null) {
            createTable(table, object.statements());
        } else if (table == null
                || missing.getOrDefault(table, Set.of()).stream().noneMatch(object.columns()::contains)) {
            runAll(object.statements());
        }
    }

    private void createTable(Table table, List<String> statements) throws SQLException {
        Optional<String> refusal = runner.refusal(statements.get(0));
        if (refusal.isEmpty()) {
            runAll(statements.subList(1, statements.size()));
            return;
        }
        TableReduction reduction = new TableReduction(ddl, table, runner);
        runAll(reduction.create());
        refused.add(new RejectedTable(ddl.name(table), statements.get(0), refusal.get(), reduction.refused()));
        missing.put(table, new HashSet<>(reduction.missingColumns()));
    }

    private void runAll(List<String> statements) throws SQLException {
        for (String sql : statements) {
            if (runner.omits(sql)) {
                leftOut++;
            } else {
                runner.refusal(sql).ifPresent(words -> failures.add(new Failure(sql, words)));
            }
        }
    }
}
