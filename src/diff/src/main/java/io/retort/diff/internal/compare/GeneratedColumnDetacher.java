package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.internal.sql.SqlToken;
import io.retort.operation.ColumnOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops generated columns and adds them again around a change of a column that they are computed from, or of its enum
 * type. No stored data is lost. Keys, indexes and check constraints
 * over a recreated column are dropped and restored as well. Some products would otherwise drop them with the column,
 * without an error.
 *
 * @param changes the operations so far
 */
record GeneratedColumnDetacher(OperationOrder changes) {

    /**
     * Adds the operations for a table that exists on both sides.
     *
     * @param live the table in the database
     * @param declared the table of the model
     */
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
            boolean stays = own.isEmpty() || own.get().after().generation() instanceof Computed;
            Optional<String> expression = expression(column);
            if (stays
                    && expression.isPresent()
                    && (isInTheWay(expression.get(), altered) || isOfChangedType(live, column, expression.get()))) {
                declared.column(column.name()).ifPresent(is -> detach(live, was(own, is), is));
            } else if (own.filter(GeneratedColumnDetacher::isMadeAnew).isPresent()) {
                new DependentObjectDetacher(changes).all(live, column.name());
            }
        }
    }

    private static Column was(Optional<ColumnOperation.Alter> own, Column is) {
        return own.map(ColumnOperation.Alter::before).orElse(is);
    }

    /** The expression of a computed column, also if only its {@code columnDefinition} says that it is one. */
    private static Optional<String> expression(Column column) {
        if (column.generation() instanceof Computed computed) {
            return Optional.of(computed.expression());
        }
        String text = column.type().text();
        if (text == null) {
            return Optional.empty();
        }
        List<SqlToken> tokens = SqlToken.of(text, SqlSyntax.STANDARD);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("as") && tokens.get(i + 1).is("(")) {
                return Optional.of(text.substring(tokens.get(i + 1).start()));
            }
        }
        return Optional.empty();
    }

    private static boolean isInTheWay(String expression, List<ColumnOperation.Alter> altered) {
        return altered.stream()
                .filter(alter -> !KeyStability.sameValues(alter.before(), alter.after()))
                .anyMatch(alter -> DependentObjectDetacher.mentions(
                        expression, alter.after().name()));
    }

    /** Whether its own enum type changes, or that of a column that it is computed from. */
    private boolean isOfChangedType(Table table, Column column, String expression) {
        return changes.operations().stream()
                .filter(TypeOperation.Alter.class::isInstance)
                .flatMap(operation -> ((TypeOperation.Alter) operation).uses().stream())
                .filter(use -> use.table().equals(table.name()))
                .map(use -> use.column().name())
                .anyMatch(name -> name.equals(column.name()) || DependentObjectDetacher.mentions(expression, name));
    }

    /** Whether some products can make this change only by dropping the column and adding it again. */
    static boolean isMadeAnew(ColumnOperation.Alter alter) {
        boolean computed =
                alter.before().generation() instanceof Computed || alter.after().generation() instanceof Computed;
        return computed
                && !Objects.equals(alter.before().generation(), alter.after().generation());
    }

    private void detach(Table table, Column was, Column is) {
        changes.withdraw(operation -> operation instanceof ColumnOperation.Alter alter
                && alter.table().equals(table.name())
                && alter.after().name().equals(is.name()));
        changes.add(Phase.DROP_COMPUTED_COLUMNS, new ColumnOperation.Drop(table.name(), was.name(), was));
        changes.add(Phase.ADD_COMPUTED_COLUMNS, new ColumnOperation.Add(table.name(), is));
        new DependentObjectDetacher(changes).all(table, is.name());
    }
}
