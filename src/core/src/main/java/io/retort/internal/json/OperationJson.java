package io.retort.internal.json;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.QualifiedName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts an operation to a JSON object: {@code kind}, the names of what it changes, its details, and a description for
 * people.
 *
 * <p>The kind is the name of the visitor's method, such as {@code addColumn}.
 */
public final class OperationJson implements OperationVisitor<Map<String, @Nullable Object>> {

    private static final OperationJson VISITOR = new OperationJson();

    private OperationJson() {}

    /** Returns an operation as an object. */
    public static Map<String, @Nullable Object> of(Operation operation) {
        Map<String, @Nullable Object> json = operation.accept(VISITOR);
        json.put("description", operation.describe());
        return json;
    }

    /** Returns operations as objects, in order. */
    public static List<Map<String, @Nullable Object>> of(Collection<? extends Operation> operations) {
        return operations.stream().map(OperationJson::of).toList();
    }

    @Override
    public Map<String, @Nullable Object> createTable(TableOperation.Create create) {
        Map<String, @Nullable Object> json =
                onTable("createTable", create.table().name());
        json.put(
                "columns", create.table().columns().stream().map(SchemaJson::of).toList());
        json.put(
                "constraints",
                create.table().constraints().stream().map(SchemaJson::of).toList());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> dropTable(TableOperation.Drop drop) {
        return onTable("dropTable", drop.name());
    }

    @Override
    public Map<String, @Nullable Object> renameTable(TableOperation.Rename rename) {
        Map<String, @Nullable Object> json = onTable("renameTable", rename.before());
        json.put("to", rename.after().toString());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> commentTable(TableOperation.Comment comment) {
        return changed(onTable("commentTable", comment.table()), comment.before(), comment.after());
    }

    @Override
    public Map<String, @Nullable Object> rebuildTable(TableOperation.Rebuild rebuild) {
        Map<String, @Nullable Object> json =
                onTable("rebuildTable", rebuild.before().name());
        json.put("changes", of(rebuild.changes()));
        return json;
    }

    @Override
    public Map<String, @Nullable Object> addColumn(ColumnOperation.Add add) {
        Map<String, @Nullable Object> json = onTable("addColumn", add.table());
        json.putAll(SchemaJson.of(add.column()));
        return concurrently(json, add.concurrently());
    }

    @Override
    public Map<String, @Nullable Object> dropColumn(ColumnOperation.Drop drop) {
        Map<String, @Nullable Object> json = onTable("dropColumn", drop.table());
        json.put("column", drop.name());
        if (drop.column() != null) {
            json.putAll(SchemaJson.of(drop.column()));
        }
        return concurrently(json, drop.concurrently());
    }

    @Override
    public Map<String, @Nullable Object> alterColumn(ColumnOperation.Alter alter) {
        Map<String, @Nullable Object> json = onTable("alterColumn", alter.table());
        json.put("column", alter.after().name());
        changed(json, SchemaJson.of(alter.before()), SchemaJson.of(alter.after()));
        json.put("using", alter.using());
        return concurrently(json, alter.concurrently());
    }

    @Override
    public Map<String, @Nullable Object> renameColumn(ColumnOperation.Rename rename) {
        Map<String, @Nullable Object> json = onTable("renameColumn", rename.table());
        json.put("column", rename.before());
        json.put("to", rename.after());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> addConstraint(ConstraintOperation.Add add) {
        Map<String, @Nullable Object> json = onTable("addConstraint", add.table());
        json.putAll(SchemaJson.of(add.constraint()));
        json.put("notValid", add.notValid());
        return concurrently(json, add.concurrently());
    }

    @Override
    public Map<String, @Nullable Object> dropConstraint(ConstraintOperation.Drop drop) {
        Map<String, @Nullable Object> json = onTable("dropConstraint", drop.table());
        json.put("constraint", drop.name());
        if (drop.constraint() != null) {
            json.putAll(SchemaJson.of(drop.constraint()));
        }
        return concurrently(json, drop.concurrently());
    }

    private static Map<String, @Nullable Object> concurrently(
            Map<String, @Nullable Object> json, boolean concurrently) {
        if (concurrently) {
            json.put("concurrently", true);
        }
        return json;
    }

    @Override
    public Map<String, @Nullable Object> renameConstraint(ConstraintOperation.Rename rename) {
        Map<String, @Nullable Object> json = onTable("renameConstraint", rename.table());
        json.putAll(SchemaJson.of(rename.before()));
        json.put("to", rename.after());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> createIndex(IndexOperation.Create create) {
        Map<String, @Nullable Object> json = onTable("createIndex", create.table());
        json.putAll(SchemaJson.of(create.index()));
        json.put("concurrently", create.concurrently());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> dropIndex(IndexOperation.Drop drop) {
        Map<String, @Nullable Object> json = onTable("dropIndex", drop.table());
        json.putAll(SchemaJson.of(drop.index()));
        json.put("concurrently", drop.concurrently());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> renameIndex(IndexOperation.Rename rename) {
        Map<String, @Nullable Object> json = onTable("renameIndex", rename.table());
        json.put("index", rename.before());
        json.put("to", rename.after());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> createSequence(SequenceOperation.Create create) {
        Map<String, @Nullable Object> json = ofKind("createSequence");
        json.putAll(SchemaJson.of(create.sequence()));
        return json;
    }

    @Override
    public Map<String, @Nullable Object> dropSequence(SequenceOperation.Drop drop) {
        Map<String, @Nullable Object> json = ofKind("dropSequence");
        json.put("sequence", drop.name().toString());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> alterSequence(SequenceOperation.Alter alter) {
        Map<String, @Nullable Object> json = ofKind("alterSequence");
        json.put("sequence", alter.after().name().toString());
        return changed(json, SchemaJson.of(alter.before()), SchemaJson.of(alter.after()));
    }

    @Override
    public Map<String, @Nullable Object> renameSequence(SequenceOperation.Rename rename) {
        Map<String, @Nullable Object> json = ofKind("renameSequence");
        json.put("sequence", rename.before().toString());
        json.put("to", rename.after().toString());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> createEnum(TypeOperation.Create create) {
        Map<String, @Nullable Object> json = onType("createEnum", create.type().name());
        json.put("values", create.type().values());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> dropEnum(TypeOperation.Drop drop) {
        return onType("dropEnum", drop.type().name());
    }

    @Override
    public Map<String, @Nullable Object> addEnumValue(TypeOperation.AddValue add) {
        Map<String, @Nullable Object> json = onType("addEnumValue", add.type());
        json.put("value", add.value());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> alterEnum(TypeOperation.Alter alter) {
        return changed(
                onType("alterEnum", alter.after().name()),
                alter.before().values(),
                alter.after().values());
    }

    @Override
    public Map<String, @Nullable Object> insert(DataOperation.Insert insert) {
        Map<String, @Nullable Object> json = onTable("insert", insert.table());
        json.put("columns", insert.columns());
        json.put("rows", insert.rows().size());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> delete(DataOperation.Delete delete) {
        Map<String, @Nullable Object> json = onTable("delete", delete.table());
        json.put("columns", delete.columns());
        json.put("rows", delete.rows().size());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> upsert(DataOperation.Upsert upsert) {
        Map<String, @Nullable Object> json = onTable("upsert", upsert.table());
        json.put("key", upsert.key());
        json.put("rows", upsert.after().rows().size());
        return json;
    }

    /** Without expressions, which can contain a password. */
    @Override
    public Map<String, @Nullable Object> backfill(DataOperation.Backfill backfill) {
        Map<String, @Nullable Object> json = onTable("backfill", backfill.table());
        Fill fill = backfill.fill();
        json.put(
                "columns",
                fill == null
                        ? List.of()
                        : fill.assignments().stream()
                                .map(Fill.Assignment::column)
                                .toList());
        return json;
    }

    /** Without the statement, which can contain a password; the description masks it. */
    @Override
    public Map<String, @Nullable Object> execute(DataOperation.Execute execute) {
        return ofKind("execute");
    }

    @Override
    public Map<String, @Nullable Object> work(DataOperation.Work work) {
        Map<String, @Nullable Object> json = ofKind("work");
        json.put("name", work.name());
        return json;
    }

    @Override
    public Map<String, @Nullable Object> custom(CustomOperation operation) {
        Map<String, @Nullable Object> json = ofKind("custom");
        operation.subject().ifPresent(table -> json.put("table", table.toString()));
        return json;
    }

    private static Map<String, @Nullable Object> ofKind(String kind) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", kind);
        return json;
    }

    private static Map<String, @Nullable Object> onTable(String kind, QualifiedName table) {
        Map<String, @Nullable Object> json = ofKind(kind);
        json.put("table", table.toString());
        return json;
    }

    private static Map<String, @Nullable Object> onType(String kind, QualifiedName type) {
        Map<String, @Nullable Object> json = ofKind(kind);
        json.put("type", type.toString());
        return json;
    }

    private static Map<String, @Nullable Object> changed(
            Map<String, @Nullable Object> json, @Nullable Object before, @Nullable Object after) {
        json.put("before", before);
        json.put("after", after);
        return json;
    }
}
