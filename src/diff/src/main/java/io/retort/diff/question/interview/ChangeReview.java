package io.retort.diff.question.interview;

import io.retort.diff.question.change.DroppedColumns;
import io.retort.diff.question.change.Duplicates;
import io.retort.diff.question.change.GoneLabels;
import io.retort.diff.question.change.GoneTypeLabels;
import io.retort.diff.question.change.Guards;
import io.retort.diff.question.change.Inquiry;
import io.retort.diff.question.change.NeededValues;
import io.retort.diff.question.change.RowViolations;
import io.retort.diff.question.change.TableSplit;
import io.retort.diff.question.change.TypeChanges;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Passes each operation to the class that asks about its kind. */
final class ChangeReview {

    private final NeededValues values;
    private final TypeChanges types;
    private final GoneLabels labels;
    private final GoneTypeLabels typeLabels;
    private final Duplicates duplicates;
    private final RowViolations violations;
    private final DroppedColumns dropped;
    private final TableSplit splits;
    private final Snapshot live;
    private final Guards guards;
    private final Map<Operation, Operation> replaced = new HashMap<>();

    ChangeReview(Inquiry inquiry, Map<String, String> entities) {
        this.values = new NeededValues(inquiry);
        this.types = new TypeChanges(inquiry);
        this.labels = new GoneLabels(inquiry);
        this.typeLabels = new GoneTypeLabels(inquiry);
        this.duplicates = new Duplicates(inquiry);
        this.violations = new RowViolations(inquiry);
        this.dropped = new DroppedColumns(inquiry.dialect());
        this.splits = new TableSplit(inquiry, entities);
        this.live = inquiry.live();
        this.guards = inquiry.guards();
    }

    /** Returns the operations after the answers, in order. */
    List<Operation> of(List<Operation> found) {
        List<Operation> reviewed = new ArrayList<>();
        found.forEach(operation -> reviewed.addAll(review(operation, found)));
        return guards.first(reviewed);
    }

    private List<Operation> review(Operation operation, List<Operation> all) {
        if (operation instanceof TableOperation.Create create) {
            return splits.create(create, all);
        }
        if (operation instanceof ColumnOperation.Add add) {
            return values.add(add);
        }
        if (operation instanceof ColumnOperation.Alter alter) {
            return altered(alter);
        }
        if (operation instanceof ColumnOperation.Drop drop) {
            return dropped.drop(drop, live.table(drop.table()).orElse(null));
        }
        if (operation instanceof ConstraintOperation.Drop drop) {
            return labels.drop(drop, all, replaced);
        }
        if (operation instanceof ConstraintOperation.Add add) {
            return replaced.containsKey(add) ? List.of(replaced.get(add)) : added(add, all);
        }
        if (operation instanceof TypeOperation.Alter alter) {
            return typeLabels.alter(alter);
        }
        return operation instanceof IndexOperation.Create create ? duplicates.create(create) : List.of(operation);
    }

    private List<Operation> added(ConstraintOperation.Add add, List<Operation> all) {
        Constraint constraint = add.constraint();
        if (constraint instanceof Unique unique) {
            return duplicates.add(add, unique.columns());
        }
        if (constraint instanceof PrimaryKey key) {
            return duplicates.add(add, key.columns());
        }
        return constraint instanceof ForeignKey key
                ? violations.foreignKey(add, key)
                : violations.check(add, (Check) constraint, all);
    }

    /** Reviews enum constants, then the type, then nullability. */
    private List<Operation> altered(ColumnOperation.Alter alter) {
        List<Operation> operations = List.of(alter);
        operations = each(operations, labels::alter);
        operations = each(operations, types::alter);
        operations = each(operations, values::alter);
        return operations.stream().filter(ChangeReview::changes).toList();
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
}
