package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
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
 */
final class CreationTexts {

    private final Dialect dialect;
    private final Function<QualifiedName, Optional<Table>> created;

    /**
     * @param dialect the database
     * @param created a table as the revisions created it
     */
    CreationTexts(Dialect dialect, Function<QualifiedName, Optional<Table>> created) {
        this.dialect = dialect;
        this.created = created;
    }

    List<Operation> in(List<Operation> operations) {
        Texts texts = new Texts(operations);
        return operations.stream().map(operation -> operation.accept(texts)).toList();
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
                .filter(type -> isSame(type, column.type(), dialect))
                .map(column::withType)
                .orElse(column);
    }

    /** Whether the database calls both types the same, and both have the same enum constants. */
    static boolean isSame(SqlType made, SqlType live, Dialect dialect) {
        return (made.kind() == Kind.ENUM) == (live.kind() == Kind.ENUM)
                && Set.copyOf(made.values()).equals(Set.copyOf(live.values()))
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

    /** Handles one operation among all. */
    private final class Texts implements OperationVisitor.Rewrite {

        private final List<Operation> all;

        Texts(List<Operation> all) {
            this.all = all;
        }

        @Override
        public Operation dropTable(TableOperation.Drop drop) {
            Table table = drop.table();
            return table == null ? drop : new TableOperation.Drop(drop.name(), asCreated(table));
        }

        @Override
        public Operation dropColumn(ColumnOperation.Drop drop) {
            Column column = drop.column();
            return column == null
                    ? drop
                    : new ColumnOperation.Drop(
                            drop.table(),
                            drop.name(),
                            asCreated(drop.table(), column),
                            drop.key(),
                            drop.concurrently());
        }

        @Override
        public Operation alterColumn(ColumnOperation.Alter alter) {
            Column before = asCreated(alter.table(), alter.before());
            boolean sameType = alter.before().type().equals(alter.after().type());
            Column after = sameType ? alter.after().withType(before.type()) : alter.after();
            return new ColumnOperation.Alter(
                    alter.table(), before, after, alter.using(), alter.usingBack(), alter.concurrently());
        }

        @Override
        public Operation addConstraint(ConstraintOperation.Add add) {
            boolean comesBack = all.stream()
                    .anyMatch(other -> other instanceof ConstraintOperation.Drop drop
                            && drop.table().equals(add.table())
                            && add.constraint().equals(drop.constraint()));
            return comesBack && add.constraint() instanceof Check check
                    ? new ConstraintOperation.Add(
                            add.table(), asCreated(add.table(), check), add.notValid(), add.concurrently())
                    : add;
        }

        @Override
        public Operation dropConstraint(ConstraintOperation.Drop drop) {
            return drop.constraint() instanceof Check check
                    ? new ConstraintOperation.Drop(
                            drop.table(),
                            drop.name(),
                            asCreated(drop.table(), check),
                            drop.notValid(),
                            drop.concurrently())
                    : drop;
        }
    }
}
