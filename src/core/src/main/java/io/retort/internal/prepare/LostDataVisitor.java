package io.retort.internal.prepare;

import io.retort.internal.prepare.StoredUndo.LostData;
import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import java.util.ArrayList;
import java.util.List;

/** Returns the tables and columns that an operation drops with their values. */
public final class LostDataVisitor implements OperationVisitor.Selective<List<LostData>> {

    /**
     * Returns what a downgrade drops. Hand-written SQL of a downgrade declares nothing, so the reverse of what the upgrade
     * does counts, too.
     */
    public static List<LostData> of(List<Operation> downgrade, List<Operation> upgrade) {
        LostDataVisitor visitor = new LostDataVisitor();
        List<LostData> lost = new ArrayList<>(visitor.of(downgrade));
        if (downgrade.stream().anyMatch(operation -> operation.schemaChanges().isEmpty())) {
            for (Operation operation : upgrade) {
                for (Operation change : operation.schemaChanges().orElse(List.of())) {
                    change.reverse().ifPresent(reverse -> lost.addAll(reverse.accept(visitor)));
                }
            }
        }
        return lost.stream().distinct().toList();
    }

    @Override
    public List<LostData> other(Operation operation) {
        return List.of();
    }

    @Override
    public List<LostData> dropTable(TableOperation.Drop drop) {
        return List.of(new LostData(drop.name().toString(), null));
    }

    @Override
    public List<LostData> dropColumn(ColumnOperation.Drop drop) {
        return List.of(new LostData(drop.table().toString(), drop.name()));
    }

    @Override
    public List<LostData> rebuildTable(TableOperation.Rebuild rebuild) {
        return of(rebuild.changes());
    }

    @Override
    public List<LostData> execute(DataOperation.Execute execute) {
        return of(execute.schemaChanges().orElse(List.of()));
    }

    @Override
    public List<LostData> work(DataOperation.Work work) {
        return of(work.schemaChanges().orElse(List.of()));
    }

    private List<LostData> of(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.accept(this).stream())
                .toList();
    }
}
