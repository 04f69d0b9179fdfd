package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables whose rows are copied to new ones before they are dropped. An identity column numbers rows only after they are
 * copied, so that it continues after them, in both directions.
 */
final class TableCopies {

    private final Dialect dialect;
    private final List<Copy> copies = new ArrayList<>();

    TableCopies(Dialect dialect) {
        this.dialect = dialect;
    }

    private record Copy(Table old, Table fresh) {}

    Dialect dialect() {
        return dialect;
    }

    void add(Table old, Table fresh) {
        copies.add(new Copy(old, fresh));
    }

    /** Whether a new table gets the rows of another one. */
    boolean into(QualifiedName table) {
        return copies.stream().anyMatch(copy -> copy.fresh().name().equals(table));
    }

    private boolean from(QualifiedName table) {
        return copies.stream().anyMatch(copy -> copy.old().name().equals(table));
    }

    /** Returns the operations with the copies after the new tables. */
    List<Operation> in(List<Operation> operations) {
        if (copies.isEmpty()) {
            return operations;
        }
        List<Operation> all = new ArrayList<>();
        List<Operation> numbered = new ArrayList<>();
        int place = 0;
        Unnumbered unnumbered = new Unnumbered(numbered);
        for (Operation operation : operations) {
            all.add(operation.accept(unnumbered));
            place = unnumbered.isNewTable(operation) ? all.size() : place;
        }
        List<Operation> copied = new ArrayList<>();
        copies.forEach(copy -> copied.addAll(alters(copy.old(), false)));
        copies.forEach(copy -> copied.add(copy(copy)));
        copied.addAll(numbered);
        all.addAll(place, copied);
        return all;
    }

    /** Replaces the tables of a copy by ones without numbers; collects the operations that add these. */
    private final class Unnumbered implements OperationVisitor.Rewrite {

        private final List<Operation> numbered;

        Unnumbered(List<Operation> numbered) {
            this.numbered = numbered;
        }

        @Override
        public Operation createTable(TableOperation.Create create) {
            if (!into(create.table().name())) {
                return create;
            }
            numbered.addAll(alters(create.table(), true));
            return new TableOperation.Create(unnumbered(create.table()));
        }

        @Override
        public Operation dropTable(TableOperation.Drop drop) {
            Table whole = drop.table();
            return whole != null && from(drop.name()) ? new TableOperation.Drop(drop.name(), unnumbered(whole)) : drop;
        }

        boolean isNewTable(Operation operation) {
            return operation instanceof TableOperation.Create create
                    && into(create.table().name());
        }
    }

    private static Table unnumbered(Table table) {
        return table.mapColumns(
                column -> column.generation() instanceof Identity ? column.withGeneration(null) : column);
    }

    private static List<Operation> alters(Table table, boolean begins) {
        return table.columns().stream()
                .filter(column -> column.generation() instanceof Identity)
                .map(column -> {
                    Column plain = column.withGeneration(null);
                    return (Operation)
                            new ColumnOperation.Alter(table.name(), begins ? plain : column, begins ? column : plain);
                })
                .toList();
    }

    private Operation copy(Copy copy) {
        String columns = copy.fresh().columns().stream()
                .filter(column -> !(column.generation() instanceof Computed))
                .map(Column::name)
                .filter(name -> copy.old().column(name).isPresent())
                .map(dialect.identifiers()::sql)
                .collect(Collectors.joining(", "));
        return new Execute(copied(copy.old(), copy.fresh(), columns), copied(copy.fresh(), copy.old(), columns));
    }

    private String copied(Table from, Table into, String columns) {
        return "insert into " + dialect.identifiers().sql(into.name()) + " (" + columns + ") select " + columns
                + " from " + dialect.identifiers().sql(from.name());
    }
}
