package io.retort.diff.compare.order;

import io.retort.diff.compare.order.Changes.Phase;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Generation.Computed;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes computed columns out of the way of a column that they are computed from and that gets another type, and puts them
 * back behind it; nothing that a row holds is lost. Keys and indexes over a column that is made anew go and come back.
 *
 * @param changes the operations so far
 */
public record ComputedAside(Changes changes) {

    /** Notes the operations for a table that stays, as the database has it and as the model declares it. */
    public void take(Table live, Table declared) {
        List<ColumnOperation.Alter> altered = changes.operations().stream()
                .filter(operation -> operation instanceof ColumnOperation.Alter alter
                        && alter.table().equals(live.name()))
                .map(ColumnOperation.Alter.class::cast)
                .toList();
        for (Column column : live.columns()) {
            Optional<ColumnOperation.Alter> own = altered.stream()
                    .filter(alter -> alter.after().name().equals(column.name()))
                    .findFirst();
            if (column.generation() instanceof Computed computed && isInTheWay(computed, altered)) {
                declared.column(column.name()).ifPresent(is -> aside(live, was(own, is), is));
            } else if (own.filter(ComputedAside::isMadeAnew).isPresent()) {
                keysAside(live, column.name());
            }
        }
    }

    private static Column was(Optional<ColumnOperation.Alter> own, Column is) {
        return own.map(ColumnOperation.Alter::before).orElse(is);
    }

    private static boolean isInTheWay(Computed computed, List<ColumnOperation.Alter> altered) {
        return altered.stream()
                .filter(alter -> !Steadiness.sameValues(alter.before(), alter.after()))
                .anyMatch(alter -> mentions(computed.expression(), alter.after().name()));
    }

    private static boolean mentions(String expression, String column) {
        String bare = column.replace("\"", "");
        return Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(bare) + "(?!\\w)")
                .matcher(expression)
                .find();
    }

    private static boolean isMadeAnew(ColumnOperation.Alter alter) {
        boolean computed =
                alter.before().generation() instanceof Computed || alter.after().generation() instanceof Computed;
        return computed
                && !Objects.equals(alter.before().generation(), alter.after().generation());
    }

    private void aside(Table table, Column was, Column is) {
        changes.withdraw(operation -> operation instanceof ColumnOperation.Alter alter
                && alter.table().equals(table.name())
                && alter.after().name().equals(is.name()));
        changes.add(Phase.DROP_COMPUTED_COLUMNS, new ColumnOperation.Drop(table.name(), was.name(), was));
        if (is.generation() instanceof Computed) {
            changes.add(Phase.ADD_COMPUTED_COLUMNS, new ColumnOperation.Add(table.name(), is));
        } else {
            changes.add(Phase.ADD_COLUMNS, new ColumnOperation.Add(table.name(), is));
        }
        keysAside(table, is.name());
    }

    private void keysAside(Table table, String column) {
        table.indexes().stream()
                .filter(index -> Steadiness.columns(index).contains(column))
                .forEach(index -> indexAside(table, index));
        table.constraintsOf(Unique.class)
                .filter(key -> key.columns().contains(column))
                .forEach(key -> uniqueAside(table, key));
    }

    private void indexAside(Table table, Index index) {
        IndexOperation.Drop drop = new IndexOperation.Drop(table.name(), index);
        if (!changes.operations().contains(drop)) {
            changes.add(Phase.DROP_CONSTRAINTS, drop);
            changes.add(Phase.CREATE_INDEXES, new IndexOperation.Create(table.name(), index));
        }
    }

    private void uniqueAside(Table table, Unique key) {
        ConstraintOperation.Drop drop = new ConstraintOperation.Drop(table.name(), key);
        if (!changes.operations().contains(drop)) {
            changes.add(Phase.DROP_CONSTRAINTS, drop);
            changes.add(Phase.ADD_KEYS, new ConstraintOperation.Add(table.name(), key));
        }
    }
}
