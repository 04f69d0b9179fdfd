package io.retort.diff.internal.interview;

import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.model.JavaColumn;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Passes each operation to the class that asks about its kind. */
final class ChangeReview {

    private final ReviewContext inquiry;
    private final RequiredValues values;
    private final TypeChanges types;
    private final OrdinalConstants ordinals;
    private final RemovedConstants labels;
    private final RemovedEnumTypeValues typeLabels;
    private final DuplicateValues duplicates;
    private final RowViolations violations;
    private final DroppedColumns dropped;
    private final TableSplit splits;
    private final RowMoves moves;
    private final TableCopies copies;
    private final SoftDeleteFlags flags;
    private final Snapshot live;
    private final Guards guards;
    private final Set<QualifiedName> filled = new HashSet<>();
    private final Map<Operation, List<Operation>> replaced = new HashMap<>();

    ChangeReview(
            ReviewContext inquiry,
            Map<String, String> entities,
            RowMoves moves,
            TableCopies copies,
            SoftDeleteFlags flags) {
        this.inquiry = inquiry;
        this.values = new RequiredValues(inquiry);
        this.types = new TypeChanges(inquiry);
        this.ordinals = new OrdinalConstants(inquiry);
        this.labels = new RemovedConstants(inquiry);
        this.typeLabels = new RemovedEnumTypeValues(inquiry);
        this.duplicates = new DuplicateValues(inquiry);
        this.violations = new RowViolations(inquiry);
        this.dropped = new DroppedColumns(inquiry.dialect());
        this.splits = new TableSplit(inquiry, entities);
        this.moves = moves;
        this.copies = copies;
        this.flags = flags;
        this.live = inquiry.live();
        this.guards = inquiry.guards();
    }

    /** Returns the operations after the answers, in order, without the checks that run before and after all of them. */
    List<Operation> of(List<Operation> found) {
        List<Operation> reviewed = new ArrayList<>();
        Review review = new Review(found);
        found.forEach(operation -> reviewed.addAll(operation.accept(review)));
        List<Operation> changed = new ArrayList<>(moves.opened());
        changed.addAll(reviewed);
        List<ColumnOperation.Alter> kept = keptTypes(found, changed);
        reviewed.removeIf(operation -> kept.stream().anyMatch(alter -> isCheckOf(alter, operation)));
        return guards.placed(copies.in(moves.in(reviewed)));
    }

    /**
     * Returns the updates of rows that entities cannot read although their columns do not change.
     *
     * @param found the operations of the comparison, which other questions are about
     * @param schemas the compared schemas, which decide what is excluded
     */
    List<Operation> ofUnchanged(List<Operation> found, ComparisonContext schemas) {
        Snapshot wanted = schemas.wanted();
        List<Operation> operations = new ArrayList<>();
        for (Table table : live.tables()) {
            for (Column column : table.columns()) {
                boolean stays = wanted.table(table.name())
                                .flatMap(model -> model.column(column.name()))
                                .isPresent()
                        && alters(found)
                                .noneMatch(alter -> alter.table().equals(table.name())
                                        && alter.after().name().equals(column.name()))
                        && !moves.take(table.name(), column.name())
                        && !schemas.ours().excludes(table.name(), column.name());
                if (stays) {
                    operations.addAll(values.unchanged(table.name(), column));
                    operations.addAll(
                            ordinals.unchecked(table, wanted.table(table.name()).orElseThrow(), column));
                }
            }
        }
        return operations;
    }

    /** Returns the changes of type that an answer has withdrawn. */
    private static List<ColumnOperation.Alter> keptTypes(List<Operation> found, List<Operation> reviewed) {
        List<ColumnOperation.Alter> wanted = alters(found)
                .filter(alter -> !alter.before().type().equals(alter.after().type()))
                .toList();
        return wanted.stream()
                .filter(alter -> alters(reviewed)
                        .noneMatch(other -> other.table().equals(alter.table())
                                && other.after().name().equals(alter.after().name())
                                && other.after().type().equals(alter.after().type())))
                .toList();
    }

    private static Stream<ColumnOperation.Alter> alters(List<Operation> operations) {
        return operations.stream()
                .filter(ColumnOperation.Alter.class::isInstance)
                .map(ColumnOperation.Alter.class::cast);
    }

    /** A check constraint is replaced with the type that it is about. */
    private static boolean isCheckOf(ColumnOperation.Alter alter, Operation operation) {
        return operation
                .accept(ReplacedCheck.FINDER)
                .filter(replaced -> replaced.table().equals(alter.table()))
                .filter(replaced -> ColumnReferences.of(
                        alter.after().name(), replaced.check().expression()))
                .isPresent();
    }

    private List<Operation> added(ConstraintOperation.Add add, List<Operation> all) {
        if (add.notValid()) {
            return List.of(add);
        }
        Constraint constraint = add.constraint();
        if (constraint instanceof Unique unique) {
            return duplicates.add(add, unique.columns(), all);
        }
        if (constraint instanceof PrimaryKey key) {
            return duplicates.add(add, key.columns(), all);
        }
        if (constraint instanceof ForeignKey key && moves.join(add, key.referencedTable())) {
            return List.of(add);
        }
        return constraint instanceof ForeignKey key
                ? violations.foreignKey(add, key, filled)
                : violations.check(add, (Check) constraint, all);
    }

    /** Reviews enum constants, then the type, then nullability. */
    private List<Operation> altered(ColumnOperation.Alter alter) {
        List<Operation> operations = List.of(alter);
        operations = each(operations, labels::alter);
        operations = each(operations, types::alter);
        operations = each(operations, values::alter);
        return Stream.concat(operations.stream().filter(ChangeReview::changes), flags.altered(alter).stream())
                .toList();
    }

    /** Changes the type of a column before its values are moved, and whether it is required afterwards. */
    private List<Operation> moved(ColumnOperation.Alter alter) {
        Column after = alter.after();
        Column open = after.withNullable(alter.before().nullable());
        JavaColumn java = inquiry.java(alter.table(), after.name());
        moves.convert(converted(new ColumnOperation.Alter(alter.table(), alter.before(), open), java));
        return open.equals(after) ? List.of() : altered(new ColumnOperation.Alter(alter.table(), open, after));
    }

    private List<Operation> moved(
            QualifiedName table, Column column, QualifiedName target, Column wanted, List<Operation> all) {
        JavaColumn java = inquiry.java(target, wanted.name());
        ColumnOperation.Alter alter = new ColumnOperation.Alter(
                table,
                column,
                RowMoves.typed(
                        column, wanted.withType(inquiry.dialect().conversions().reported(wanted.type()))));
        if (new TypeChanges(inquiry, java).keepsAll(alter)) {
            return List.of();
        }
        List<Operation> operations = new ArrayList<>(checks(table, column.name(), all));
        operations.addAll(converted(alter, java));
        return operations;
    }

    private List<Operation> converted(ColumnOperation.Alter alter, JavaColumn java) {
        List<Operation> operations = new TypeChanges(inquiry, java).alter(alter);
        guards.beforeMoves(operations);
        return operations;
    }

    /** The check constraints of a column that nothing drops before its type changes. */
    private List<Operation> checks(QualifiedName table, String column, List<Operation> all) {
        return live.table(table).stream()
                .flatMap(found -> found.constraintsOf(Check.class))
                .filter(check -> ColumnReferences.of(column, check.expression()))
                .<Operation>map(check -> new ConstraintOperation.Drop(table, check))
                .filter(drop -> !all.contains(drop))
                .toList();
    }

    private static List<Operation> each(
            List<Operation> operations, Function<ColumnOperation.Alter, List<Operation>> review) {
        List<Operation> reviewed = new ArrayList<>();
        for (Operation operation : operations) {
            reviewed.addAll(
                    operation instanceof ColumnOperation.Alter alter ? review.apply(alter) : List.of(operation));
        }
        return reviewed;
    }

    /** An answer can revert the whole change. */
    private static boolean changes(Operation operation) {
        return !(operation instanceof ColumnOperation.Alter alter
                && alter.before().equals(alter.after()));
    }

    /** Asks about one operation among all that were found. */
    private final class Review implements OperationVisitor<List<Operation>> {

        private final List<Operation> all;

        Review(List<Operation> all) {
            this.all = all;
        }

        private List<Operation> moved(QualifiedName table, Column column, QualifiedName target, Column wanted) {
            return ChangeReview.this.moved(table, column, target, wanted, all);
        }

        @Override
        public List<Operation> createTable(TableOperation.Create create) {
            if (moves.concern(create.table().name())
                    || copies.into(create.table().name())) {
                filled.add(create.table().name());
                return List.of(moves.create(create, values::movedInto));
            }
            List<Operation> operations = splits.create(create, all);
            if (operations.size() > 1) {
                filled.add(create.table().name());
            }
            return operations;
        }

        @Override
        public List<Operation> dropTable(TableOperation.Drop drop) {
            return List.of(moves.drop(drop, this::moved));
        }

        @Override
        public List<Operation> renameTable(TableOperation.Rename rename) {
            return List.of(rename);
        }

        @Override
        public List<Operation> commentTable(TableOperation.Comment comment) {
            return List.of(comment);
        }

        @Override
        public List<Operation> rebuildTable(TableOperation.Rebuild rebuild) {
            return List.of(rebuild);
        }

        @Override
        public List<Operation> addColumn(ColumnOperation.Add add) {
            return moves.take(add.table(), add.column().name()) ? moves.add(add, values::moved) : values.add(add);
        }

        @Override
        public List<Operation> dropColumn(ColumnOperation.Drop drop) {
            return moves.take(drop.table(), drop.name())
                    ? moves.drop(drop, this::moved)
                    : dropped.drop(drop, live.table(drop.table()).orElse(null));
        }

        @Override
        public List<Operation> alterColumn(ColumnOperation.Alter alter) {
            boolean early = moves.take(alter.table(), alter.after().name())
                    && !alter.before().type().equals(alter.after().type());
            return early ? ChangeReview.this.moved(alter) : altered(alter);
        }

        @Override
        public List<Operation> renameColumn(ColumnOperation.Rename rename) {
            return List.of(rename);
        }

        @Override
        public List<Operation> addConstraint(ConstraintOperation.Add add) {
            return replaced.containsKey(add) ? replaced.get(add) : added(add, all);
        }

        @Override
        public List<Operation> dropConstraint(ConstraintOperation.Drop drop) {
            return labels.drop(drop, all, replaced);
        }

        @Override
        public List<Operation> renameConstraint(ConstraintOperation.Rename rename) {
            return List.of(rename);
        }

        @Override
        public List<Operation> createIndex(IndexOperation.Create create) {
            return duplicates.create(create, all);
        }

        @Override
        public List<Operation> dropIndex(IndexOperation.Drop drop) {
            return List.of(drop);
        }

        @Override
        public List<Operation> renameIndex(IndexOperation.Rename rename) {
            return List.of(rename);
        }

        @Override
        public List<Operation> createSequence(SequenceOperation.Create create) {
            return List.of(create);
        }

        @Override
        public List<Operation> dropSequence(SequenceOperation.Drop drop) {
            return List.of(drop);
        }

        @Override
        public List<Operation> alterSequence(SequenceOperation.Alter alter) {
            return List.of(alter);
        }

        @Override
        public List<Operation> renameSequence(SequenceOperation.Rename rename) {
            return List.of(rename);
        }

        @Override
        public List<Operation> createEnum(TypeOperation.Create create) {
            return List.of(create);
        }

        @Override
        public List<Operation> dropEnum(TypeOperation.Drop drop) {
            return List.of(drop);
        }

        @Override
        public List<Operation> addEnumValue(TypeOperation.AddValue add) {
            return List.of(add);
        }

        @Override
        public List<Operation> alterEnum(TypeOperation.Alter alter) {
            return typeLabels.alter(alter);
        }

        @Override
        public List<Operation> insert(DataOperation.Insert insert) {
            return List.of(insert);
        }

        @Override
        public List<Operation> delete(DataOperation.Delete delete) {
            return List.of(delete);
        }

        @Override
        public List<Operation> upsert(DataOperation.Upsert upsert) {
            return List.of(upsert);
        }

        @Override
        public List<Operation> backfill(DataOperation.Backfill backfill) {
            return List.of(backfill);
        }

        @Override
        public List<Operation> execute(DataOperation.Execute execute) {
            return List.of(execute);
        }

        @Override
        public List<Operation> work(DataOperation.Work work) {
            return List.of(work);
        }

        @Override
        public List<Operation> custom(CustomOperation operation) {
            return List.of(operation);
        }
    }
}
