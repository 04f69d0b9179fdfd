package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.dialect.ansi.ConstraintLookup;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an operation takes away, as a revision once created it. A database spells types and conditions in its own way, and
 * the downgrade, which creates them again, runs on other products too.
 *
 * @param dialect the database
 * @param created a table as the revisions created it
 */
record CreationTexts(Dialect dialect, Function<QualifiedName, Optional<Table>> created) {

    List<Operation> in(List<Operation> operations) {
        return operations.stream().map(operation -> in(operation, operations)).toList();
    }

    private Operation in(Operation operation, List<Operation> all) {
        if (operation instanceof ConstraintOperation.Drop drop && drop.constraint() instanceof Check check) {
            return new ConstraintOperation.Drop(drop.table(), asCreated(drop.table(), check));
        }
        if (operation instanceof ConstraintOperation.Add add && add.constraint() instanceof Check check) {
            boolean comesBack = all.contains(new ConstraintOperation.Drop(add.table(), check));
            return comesBack
                    ? new ConstraintOperation.Add(add.table(), asCreated(add.table(), check), add.notValid())
                    : add;
        }
        if (operation instanceof ColumnOperation.Drop drop && drop.column() != null) {
            return new ColumnOperation.Drop(
                    drop.table(), drop.name(), asCreated(drop.table(), drop.column()), drop.key());
        }
        if (operation instanceof ColumnOperation.Alter alter) {
            return altered(alter);
        }
        if (operation instanceof TableOperation.Drop drop && drop.table() != null) {
            return new TableOperation.Drop(drop.name(), asCreated(drop.table()));
        }
        return operation;
    }

    private ColumnOperation.Alter altered(ColumnOperation.Alter alter) {
        Column before = asCreated(alter.table(), alter.before());
        boolean sameType = alter.before().type().equals(alter.after().type());
        Column after = sameType ? alter.after().withType(before.type()) : alter.after();
        return new ColumnOperation.Alter(alter.table(), before, after, alter.using(), alter.usingBack());
    }

    private Table asCreated(Table table) {
        return table.mapColumns(column -> asCreated(table.name(), column))
                .withConstraints(table.constraints().stream()
                        .map(constraint ->
                                constraint instanceof Check check ? asCreated(table.name(), check) : constraint)
                        .toList());
    }

    private Column asCreated(QualifiedName table, Column column) {
        return created.apply(table)
                .flatMap(made -> made.column(column.name()))
                .map(Column::type)
                .filter(type -> isSame(type, column.type()))
                .map(column::withType)
                .orElse(column);
    }

    /** Whether the database calls both types the same, and both have the same enum constants. */
    private boolean isSame(SqlType made, SqlType live) {
        return (made.kind() == Kind.ENUM) == (live.kind() == Kind.ENUM)
                && Set.copyOf(made.labels()).equals(Set.copyOf(live.labels()))
                && (made.kind() == Kind.ENUM || dialect.typeName(made).equals(dialect.typeName(live)));
    }

    private Constraint asCreated(QualifiedName table, Check check) {
        return created.apply(table).stream()
                .flatMap(made -> made.constraintsOf(Check.class))
                .filter(made -> ConstraintLookup.isSameCondition(made.expression(), check.expression()))
                .findFirst()
                .map(made -> new Check(check.name(), made.expression()))
                .orElse(check);
    }
}
