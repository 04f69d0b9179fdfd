package io.retort.internal.prepare;

import io.retort.internal.database.Secrets;
import io.retort.internal.sql.SqlNormalizer;
import io.retort.internal.sql.SqlSecrets;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
import io.retort.operation.IndexOperation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.SequenceOperation.NumberedColumn;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.List;

/**
 * The text of an operation from which its checksum is computed. History tables of users depend on it: a change here makes
 * applied revisions count as edited, so that it needs another {@link Checksum} version.
 *
 * <p>It depends on the values of an operation only, not on the names of methods, classes or record components: those can be
 * renamed. An attribute with its default is left out, so that a new attribute does not change existing checksums.
 */
final class CanonicalForm implements OperationVisitor<CanonicalText> {

    private final SqlSyntax syntax;

    /** @param syntax of the product for which hand-written statements are written */
    CanonicalForm(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public CanonicalText createTable(TableOperation.Create create) {
        return CanonicalText.of("create-table").put("table", CanonicalSchema.table(create.table()));
    }

    @Override
    public CanonicalText dropTable(TableOperation.Drop drop) {
        Table table = drop.table();
        return CanonicalText.of("drop-table")
                .put("name", drop.name())
                .put("table", table == null ? null : CanonicalSchema.table(table));
    }

    @Override
    public CanonicalText renameTable(TableOperation.Rename rename) {
        return CanonicalText.of("rename-table").put("from", rename.before()).put("to", rename.after());
    }

    @Override
    public CanonicalText commentTable(TableOperation.Comment comment) {
        return CanonicalText.of("comment-table")
                .put("table", comment.table())
                .put("from", comment.before())
                .put("to", comment.after());
    }

    @Override
    public CanonicalText rebuildTable(TableOperation.Rebuild rebuild) {
        return CanonicalText.of("rebuild-table")
                .put("table", CanonicalSchema.table(rebuild.before()))
                .put(
                        "changes",
                        rebuild.changes().stream()
                                .map(change -> change.accept(this))
                                .toList());
    }

    @Override
    public CanonicalText addColumn(ColumnOperation.Add add) {
        return CanonicalText.of("add-column")
                .put("table", add.table())
                .put("column", CanonicalSchema.column(add.column()))
                .put("key", CanonicalSchema.constraint(add.key()))
                .put("online", add.concurrently());
    }

    @Override
    public CanonicalText dropColumn(ColumnOperation.Drop drop) {
        return CanonicalText.of("drop-column")
                .put("table", drop.table())
                .put("name", drop.name())
                .put("column", drop.column() == null ? null : CanonicalSchema.column(drop.column()))
                .put("key", CanonicalSchema.constraint(drop.key()))
                .put("online", drop.concurrently());
    }

    @Override
    public CanonicalText alterColumn(ColumnOperation.Alter alter) {
        return CanonicalText.of("alter-column")
                .put("table", alter.table())
                .put("from", CanonicalSchema.column(alter.before()))
                .put("to", CanonicalSchema.column(alter.after()))
                .put("using", alter.using())
                .put("using-back", alter.usingBack())
                .put("online", alter.concurrently());
    }

    @Override
    public CanonicalText renameColumn(ColumnOperation.Rename rename) {
        return CanonicalText.of("rename-column")
                .put("table", rename.table())
                .put("from", rename.before())
                .put("to", rename.after());
    }

    @Override
    public CanonicalText addConstraint(ConstraintOperation.Add add) {
        return CanonicalText.of("add-constraint")
                .put("table", add.table())
                .put("constraint", CanonicalSchema.constraint(add.constraint()))
                .put("unchecked", add.notValid())
                .put("online", add.concurrently());
    }

    @Override
    public CanonicalText dropConstraint(ConstraintOperation.Drop drop) {
        return CanonicalText.of("drop-constraint")
                .put("table", drop.table())
                .put("name", drop.name())
                .put("constraint", CanonicalSchema.constraint(drop.constraint()))
                .put("unchecked", drop.notValid())
                .put("online", drop.concurrently());
    }

    @Override
    public CanonicalText renameConstraint(ConstraintOperation.Rename rename) {
        return CanonicalText.of("rename-constraint")
                .put("table", rename.table())
                .put("constraint", CanonicalSchema.constraint(rename.before()))
                .put("to", rename.after());
    }

    @Override
    public CanonicalText createIndex(IndexOperation.Create create) {
        return CanonicalText.of("create-index")
                .put("table", create.table())
                .put("index", CanonicalSchema.index(create.index()))
                .put("online", create.concurrently());
    }

    @Override
    public CanonicalText dropIndex(IndexOperation.Drop drop) {
        return CanonicalText.of("drop-index")
                .put("table", drop.table())
                .put("index", CanonicalSchema.index(drop.index()))
                .put("online", drop.concurrently());
    }

    @Override
    public CanonicalText renameIndex(IndexOperation.Rename rename) {
        return CanonicalText.of("rename-index")
                .put("table", rename.table())
                .put("from", rename.before())
                .put("to", rename.after());
    }

    @Override
    public CanonicalText createSequence(SequenceOperation.Create create) {
        return CanonicalText.of("create-sequence")
                .put("sequence", CanonicalSchema.sequence(create.sequence()))
                .put("numbers", numbered(create.startAfter()));
    }

    @Override
    public CanonicalText dropSequence(SequenceOperation.Drop drop) {
        return CanonicalText.of("drop-sequence")
                .put("name", drop.name())
                .put("sequence", drop.sequence() == null ? null : CanonicalSchema.sequence(drop.sequence()))
                .put("numbers", numbered(drop.startAfter()));
    }

    @Override
    public CanonicalText alterSequence(SequenceOperation.Alter alter) {
        return CanonicalText.of("alter-sequence")
                .put("from", CanonicalSchema.sequence(alter.before()))
                .put("to", CanonicalSchema.sequence(alter.after()));
    }

    @Override
    public CanonicalText renameSequence(SequenceOperation.Rename rename) {
        return CanonicalText.of("rename-sequence").put("from", rename.before()).put("to", rename.after());
    }

    private static List<CanonicalText> numbered(List<NumberedColumn> columns) {
        return columns.stream()
                .map(numbered -> CanonicalText.of("numbers")
                        .put("table", numbered.table())
                        .put("column", numbered.column()))
                .toList();
    }

    @Override
    public CanonicalText createEnum(TypeOperation.Create create) {
        return CanonicalText.of("create-type").put("type", CanonicalSchema.enumType(create.type()));
    }

    @Override
    public CanonicalText dropEnum(TypeOperation.Drop drop) {
        return CanonicalText.of("drop-type").put("type", CanonicalSchema.enumType(drop.type()));
    }

    @Override
    public CanonicalText addEnumValue(TypeOperation.AddValue add) {
        return CanonicalText.of("add-constant").put("type", add.type()).put("constant", add.value());
    }

    @Override
    public CanonicalText alterEnum(TypeOperation.Alter alter) {
        return CanonicalText.of("alter-type")
                .put("from", CanonicalSchema.enumType(alter.before()))
                .put("to", CanonicalSchema.enumType(alter.after()))
                .put(
                        "columns",
                        alter.uses().stream()
                                .map(use -> CanonicalText.of("use")
                                        .put("table", use.table())
                                        .put("column", CanonicalSchema.column(use.column())))
                                .toList());
    }

    @Override
    public CanonicalText insert(DataOperation.Insert insert) {
        return CanonicalText.of("insert-rows")
                .put("table", insert.table())
                .put("columns", insert.columns())
                .put("rows", insert.rows());
    }

    @Override
    public CanonicalText delete(DataOperation.Delete delete) {
        return CanonicalText.of("delete-rows")
                .put("table", delete.table())
                .put("columns", delete.columns())
                .put("rows", delete.rows());
    }

    @Override
    public CanonicalText upsert(DataOperation.Upsert upsert) {
        return CanonicalText.of("upsert-rows")
                .put("table", upsert.table())
                .put("key", upsert.key())
                .put("columns", upsert.after().columns())
                .put("rows", upsert.after().rows())
                .put("deleted", upsert.deleted().rows());
    }

    /** How the rows are divided does not matter, and the undo is not a part of the upgrade. */
    @Override
    public CanonicalText backfill(DataOperation.Backfill backfill) {
        Fill fill = backfill.fill();
        CanonicalText text = CanonicalText.of("fill-rows").put("table", backfill.table());
        return fill == null
                ? text
                : text.put(
                                "values",
                                fill.assignments().stream()
                                        .map(each -> CanonicalText.of("value")
                                                .put("column", each.column())
                                                .put("expression", canonical(each.expression())))
                                        .toList())
                        .put("where", canonical(fill.where()));
    }

    private String canonical(String sql) {
        return SqlNormalizer.canonical(SqlSecrets.mask(sql, syntax, Secrets::mask), syntax);
    }

    /** Formatting, comments and passwords do not matter, and the undo is not a part of the upgrade. */
    @Override
    public CanonicalText execute(DataOperation.Execute execute) {
        return CanonicalText.verbatim(canonical(execute.sql()));
    }

    /** The code itself cannot be compared. */
    @Override
    public CanonicalText work(DataOperation.Work work) {
        return CanonicalText.of("code").put("name", work.name());
    }

    /** The arguments are the user's own text; the method is Retort's. */
    @Override
    public CanonicalText custom(CustomOperation operation) {
        return CanonicalText.of("own").put("arguments", operation.java().arguments());
    }
}
