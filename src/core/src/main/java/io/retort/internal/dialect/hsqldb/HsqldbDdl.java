package io.retort.internal.dialect.hsqldb;

import io.retort.internal.dialect.ansi.AnsiDdl;
import io.retort.internal.dialect.ansi.ColumnChange;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Index;
import io.retort.schema.Sequence;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The DDL of HSQLDB. */
final class HsqldbDdl extends AnsiDdl {

    HsqldbDdl(SqlNaming words) {
        super(words, new HsqldbClauses(words), new HsqldbSequences(words));
    }

    /**
     * Existing rows get their values while the column is still nullable, because a column that is not nullable would
     * need a default.
     */
    @Override
    public List<Statement> addColumn(ColumnOperation.Add add) {
        Column column = add.column();
        if (column.nullable() || !(column.generation() instanceof Identity)) {
            return super.addColumn(add);
        }
        Column counted = column.withNullable(true);
        List<Statement> statements = new ArrayList<>(super.addColumn(new ColumnOperation.Add(add.table(), counted)));
        statements.addAll(super.alterColumn(new ColumnOperation.Alter(add.table(), counted, column)));
        key(add).forEach(statements::add);
        return statements;
    }

    /** A generated column can be dropped and added again without loss. */
    @Override
    public List<Statement> alterColumn(ColumnOperation.Alter alter) {
        if (alter.using() != null) {
            return converted(alter);
        }
        ColumnChange change = ColumnChange.of(alter);
        if (alter.after().generation() instanceof Computed && (change.generation() || change.type())) {
            return replaceColumn(alter);
        }
        List<Statement> statements = new ArrayList<>(super.alterColumn(alter));
        if (change.generation() && alter.after().generation() instanceof Identity) {
            statements.add(countOn(alter));
        }
        return statements;
    }

    /** Every type can become text, and text can become every type. */
    @Override
    protected List<SqlType> emptySteps() {
        return List.of(SqlType.varchar(1));
    }

    /** A new identity starts at 1. Each value that it is given makes it continue after that value. */
    private Statement countOn(ColumnOperation.Alter alter) {
        String column = words.name(alter.after().name());
        return sql("update " + words.name(alter.table()) + " set " + column + " = " + column);
    }

    @Override
    protected String comment(@Nullable String comment) {
        return super.comment(Objects.requireNonNullElse(comment, ""));
    }

    @Override
    protected List<String> dropGeneration(ColumnChange change) {
        return List.of(change.before().generation() instanceof Identity ? "drop identity" : "drop expression");
    }

    @Override
    protected List<String> addGeneration(ColumnChange change) {
        return List.of("set "
                + clauses.identity(
                        (Identity) Objects.requireNonNull(change.after().generation())));
    }

    @Override
    public List<Statement> createSequence(SequenceOperation.Create create) {
        uncached(create.sequence());
        return super.createSequence(create);
    }

    @Override
    public List<Statement> alterSequence(SequenceOperation.Alter alter) {
        uncached(alter.after());
        return super.alterSequence(alter);
    }

    private void uncached(Sequence sequence) {
        if (sequence.cache() != null) {
            throw words.cannot(
                    "set the cache of sequence " + sequence.name() + ": it always keeps the numbers in memory",
                    "Leave out .cache(...).");
        }
    }

    @Override
    public List<Statement> renameColumn(ColumnOperation.Rename rename) {
        return one(alterTable(rename.table()) + " alter column " + words.name(rename.before()) + " rename to "
                + words.name(rename.after()));
    }

    @Override
    public List<Statement> renameConstraint(ConstraintOperation.Rename rename) {
        String schema = rename.table().schema();
        return List.of(named(
                "alter constraint " + (schema == null ? "" : words.name(schema) + "."),
                nameOf(rename.before()),
                " rename to " + words.name(rename.after()),
                rename.table(),
                rename.before()));
    }

    @Override
    protected String notValid(ConstraintOperation.Add add) {
        if (!add.notValid()) {
            return "";
        }
        throw words.cannot(
                "add " + add.constraint().description() + " without a check of existing rows", "Use op.addConstraint.");
    }

    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        refusals.method(index, "it chooses the method itself");
        return super.createIndex(create);
    }
}
