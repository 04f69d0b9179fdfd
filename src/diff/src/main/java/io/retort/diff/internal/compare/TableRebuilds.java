package io.retort.diff.internal.compare;

import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Combines the changes of a table into one rebuild where the product can make one of them only by recreating the table.
 *
 * <p>Changes before the first and after the last such change remain separate. Changes are never moved across data
 * operations or hand-written SQL.
 */
public final class TableRebuilds {

    private final BiPredicate<Operation, Table> needed;

    /**
     * @param needed decides whether an operation needs a rebuild; receives the table as it is before the operation
     */
    public TableRebuilds(BiPredicate<Operation, Table> needed) {
        this.needed = needed;
    }

    /**
     * Returns the operations with changes combined into rebuilds.
     *
     * @param operations the operations, in executable order
     * @param schema the schema before the first operation
     */
    public List<Operation> in(List<Operation> operations, Snapshot schema) {
        List<Operation> all = new ArrayList<>();
        List<Operation> stretch = new ArrayList<>();
        Snapshot before = relaxed(operations, schema);
        for (Operation operation : operations) {
            if (operation.alteredTable().isPresent() || operation instanceof TableOperation) {
                stretch.add(operation);
            } else {
                all.addAll(gathered(stretch, before));
                all.add(operation);
                before = operation.applyTo(Operation.apply(stretch, before));
                stretch.clear();
            }
        }
        all.addAll(gathered(stretch, before));
        return all;
    }

    /**
     * A column that is dropped as nullable is restored as nullable. The rebuild of a downgrade begins with the table as
     * the rebuild of the upgrade has left it, so it copies rows that have no value in the column.
     */
    private static Snapshot relaxed(List<Operation> operations, Snapshot schema) {
        Snapshot relaxed = schema;
        for (Operation operation : operations) {
            if (operation instanceof ColumnOperation.Drop drop
                    && drop.column() != null
                    && drop.column().nullable()
                    && relaxed.table(drop.table()).isPresent()) {
                relaxed = relaxed.mapTable(
                        drop.table(),
                        table -> table.mapColumns(
                                column -> column.name().equals(drop.name()) ? column.withNullable(true) : column));
            }
        }
        return relaxed;
    }

    private List<Operation> gathered(List<Operation> operations, Snapshot schema) {
        Map<QualifiedName, Span> spans = spans(operations, schema);
        if (spans.isEmpty()) {
            return List.copyOf(operations);
        }
        List<Operation> all = new ArrayList<>();
        Snapshot before = schema;
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            Span span = operation.alteredTable().map(spans::get).orElse(null);
            if (span == null || i < span.first || i > span.last) {
                all.add(operation);
                before = operation.applyTo(before);
            } else {
                span.changes.add(operation);
                if (i == span.last) {
                    Operation rebuild = rebuild(span, before);
                    all.add(rebuild);
                    before = rebuild.applyTo(before);
                }
            }
        }
        return all;
    }

    private static Operation rebuild(Span span, Snapshot before) {
        return new TableOperation.Rebuild(before.table(span.table).orElseThrow(), span.changes);
    }

    /** The range of each table from the first change that needs a rebuild to the last. */
    private Map<QualifiedName, Span> spans(List<Operation> operations, Snapshot schema) {
        Map<QualifiedName, Span> spans = new LinkedHashMap<>();
        Snapshot before = schema;
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            Optional<Table> table = operation.alteredTable().flatMap(before::table);
            if (table.isPresent() && needed.test(operation, table.get())) {
                int first = i;
                spans.computeIfAbsent(table.get().name(), name -> new Span(name, first)).last = i;
            }
            before = operation.applyTo(before);
        }
        return spans;
    }

    private static final class Span {

        private final QualifiedName table;
        private final int first;
        private final List<Operation> changes = new ArrayList<>();
        private int last;

        private Span(QualifiedName table, int first) {
            this.table = table;
            this.first = first;
        }
    }
}
