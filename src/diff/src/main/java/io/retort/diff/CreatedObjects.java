package io.retort.diff;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Schema objects that the history has created so far, updated operation by operation.
 *
 * An object that is dropped and restored around another change does not count as created by that change. Neither does a
 * column property that an alter operation only repeats.
 */
final class CreatedObjects {

    private final List<Operation> strangers = new ArrayList<>();
    private Snapshot schema;

    CreatedObjects(Snapshot before) {
        this.schema = before;
    }

    Snapshot schema() {
        return schema;
    }

    void set(Snapshot after) {
        this.schema = after;
    }

    void apply(Operation operation) {
        schema = operation.accept(new Applied());
    }

    /** The schema after an operation. */
    private final class Applied implements OperationVisitor.Selective<Snapshot> {

        @Override
        public Snapshot rebuildTable(TableOperation.Rebuild rebuild) {
            rebuild.changes().forEach(CreatedObjects.this::apply);
            return schema;
        }

        @Override
        public Snapshot alterColumn(ColumnOperation.Alter alter) {
            return schema.mapTable(
                    alter.table(),
                    table -> table.mapColumns(
                            column -> column.name().equals(alter.after().name()) ? altered(column, alter) : column));
        }

        @Override
        public Snapshot dropIndex(IndexOperation.Drop drop) {
            return dropped(drop);
        }

        @Override
        public Snapshot dropConstraint(ConstraintOperation.Drop drop) {
            return dropped(drop);
        }

        @Override
        public Snapshot renameColumn(ColumnOperation.Rename rename) {
            strangers.replaceAll(stranger -> renamed(stranger, rename));
            return rename.applyTo(schema);
        }

        private Snapshot dropped(Operation drop) {
            if (takeBack(drop)) {
                return schema;
            }
            noteStranger(drop);
            return drop.applyTo(schema);
        }

        @Override
        public Snapshot other(Operation operation) {
            return takeBack(operation) ? schema : operation.applyTo(schema);
        }
    }

    /** Returns the column as created so far, with only the properties that the operation changes. */
    private static Column altered(Column created, ColumnOperation.Alter alter) {
        Column before = alter.before();
        Column after = alter.after();
        Column column = after;
        if (Objects.equals(before.defaultValue(), after.defaultValue())) {
            column = column.withDefault(created.defaultValue());
        }
        if (Objects.equals(before.comment(), after.comment())) {
            column = column.comment(created.comment());
        }
        if (Objects.equals(before.collation(), after.collation())) {
            column = column.collation(created.collation());
        }
        return Objects.equals(before.generation(), after.generation())
                ? column.withGeneration(created.generation())
                : column;
    }

    /** Remembers an object that is dropped although no revision created it. */
    private void noteStranger(Operation drop) {
        if (drop.applyTo(schema).equals(schema)) {
            drop.reverse().ifPresent(strangers::add);
        }
    }

    /** A constraint that is dropped around the rename of a column is restored with the new name. */
    private static Operation renamed(Operation stranger, ColumnOperation.Rename rename) {
        if (!(stranger instanceof ConstraintOperation.Add add)) {
            return stranger;
        }
        Table alone = Table.of(add.table(), List.of(add.constraint()));
        return rename.applyTo(Snapshot.EMPTY.with(alone)).table(add.table()).stream()
                .flatMap(table -> table.constraints().stream())
                .<Operation>map(constraint -> new ConstraintOperation.Add(add.table(), constraint))
                .findFirst()
                .orElse(stranger);
    }

    /** Forgets a dropped object that the operation creates again. Returns whether there was one. */
    private boolean takeBack(Operation operation) {
        return strangers.remove(operation);
    }
}
