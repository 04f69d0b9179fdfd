package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.lint.rule.LintContext;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import java.util.List;

/**
 * Chooses the form of an operation that does not block other sessions. An operation that blocks them only for a moment, or
 * has no such form, is returned unchanged.
 */
final class PostgresConcurrentForm implements OperationVisitor.Selective<List<Operation>> {

    /** The first version that adds a foreign key to a partitioned table without checking its rows. */
    private static final int FOREIGN_KEYS_OF_PARTITIONED_TABLES = 18;

    private final PostgresDdl ddl;
    private final LintContext context;

    PostgresConcurrentForm(SqlNaming naming, LintContext context) {
        this.ddl = new PostgresDdl(naming);
        this.context = context;
    }

    @Override
    public List<Operation> other(Operation operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> addConstraint(ConstraintOperation.Add add) {
        boolean plain = add.notValid() || isPartitioned(add.table()) && isRefused(add.constraint());
        return List.of(plain ? add : new ConstraintOperation.Add(add.table(), add.constraint(), false, true));
    }

    @Override
    public List<Operation> createIndex(IndexOperation.Create create) {
        return List.of(
                isPartitioned(create.table())
                        ? create
                        : new IndexOperation.Create(create.table(), create.index(), true));
    }

    @Override
    public List<Operation> dropIndex(IndexOperation.Drop drop) {
        return List.of(
                isPartitioned(drop.table())
                        ? drop
                        : new IndexOperation.Drop(drop.table(), drop.index(), true, drop.definition()));
    }

    private boolean isPartitioned(QualifiedName table) {
        return context.partitioned().test(table);
    }

    /** Whether the server refuses to add a constraint concurrently to a partitioned table. */
    private boolean isRefused(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey
                ? !context.version().isAtLeast(FOREIGN_KEYS_OF_PARTITIONED_TABLES)
                : !(constraint instanceof Constraint.Check);
    }

    /** The key of an identity column stays with it, because the column rewrites the table in any case. */
    @Override
    public List<Operation> addColumn(ColumnOperation.Add add) {
        Constraint key = add.key();
        if (add.column().generation() instanceof Generation.Identity) {
            return List.of(add);
        }
        ColumnOperation.Add concurrent = new ColumnOperation.Add(add.table(), add.column(), null, true);
        Operation column = needsParts(concurrent) ? concurrent : new ColumnOperation.Add(add.table(), add.column());
        return key == null
                ? List.of(column)
                : List.of(column, new ConstraintOperation.Add(add.table(), key, false, !isPartitioned(add.table())));
    }

    @Override
    public List<Operation> alterColumn(ColumnOperation.Alter alter) {
        if (alter.using() != null || alter.usingBack() != null) {
            return List.of(alter);
        }
        ColumnOperation.Alter concurrent =
                new ColumnOperation.Alter(alter.table(), alter.before(), alter.after(), null, null, true);
        return List.of(needsParts(concurrent) ? concurrent : alter);
    }

    private boolean needsParts(Operation operation) {
        return ddl.parts(operation).size() > 1;
    }
}
