package io.retort.internal.prepare;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import java.util.Set;
import java.util.TreeSet;

/** What the operations of one branch create, remove and reference, as far as another branch can depend on it. */
final class BranchEffects implements OperationVisitor.Selective<BranchEffects> {

    /** Descriptions of objects that exist afterwards and did not before, such as {@code column venue.fax}. */
    final Set<String> created = new TreeSet<>();

    /** Tables that do not exist under their names afterwards. */
    final Set<QualifiedName> removed = new TreeSet<>();

    /** Tables that new foreign keys reference. */
    final Set<QualifiedName> referenced = new TreeSet<>();

    @Override
    public BranchEffects createTable(TableOperation.Create create) {
        created.add("table " + create.table().name());
        create.table().constraints().forEach(this::reference);
        return this;
    }

    @Override
    public BranchEffects dropTable(TableOperation.Drop drop) {
        removed.add(drop.name());
        return this;
    }

    @Override
    public BranchEffects renameTable(TableOperation.Rename rename) {
        created.add("table " + rename.after());
        removed.add(rename.before());
        return this;
    }

    @Override
    public BranchEffects rebuildTable(TableOperation.Rebuild rebuild) {
        rebuild.changes().forEach(change -> change.accept(this));
        return this;
    }

    @Override
    public BranchEffects addColumn(ColumnOperation.Add add) {
        created.add("column " + add.table() + "." + add.column().name());
        return this;
    }

    @Override
    public BranchEffects renameColumn(ColumnOperation.Rename rename) {
        created.add("column " + rename.table() + "." + rename.after());
        return this;
    }

    @Override
    public BranchEffects createIndex(IndexOperation.Create create) {
        created.add("index " + create.index().name() + " on " + create.table());
        return this;
    }

    @Override
    public BranchEffects addConstraint(ConstraintOperation.Add add) {
        reference(add.constraint());
        return this;
    }

    @Override
    public BranchEffects createSequence(SequenceOperation.Create create) {
        created.add("sequence " + create.sequence().name());
        return this;
    }

    @Override
    public BranchEffects createEnum(TypeOperation.Create create) {
        created.add("type " + create.type().name());
        return this;
    }

    @Override
    public BranchEffects other(Operation operation) {
        return this;
    }

    private void reference(Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey key) {
            referenced.add(key.referencedTable());
        }
    }
}
