package io.retort.internal.state;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.StatementTable;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Computes a {@link HistorySchema} revision by revision. Not thread-safe.
 *
 * <pre>{@code
 * HistorySchemaBuilder builder = new HistorySchemaBuilder(dialect);
 * builder.apply("3f2a91c07b4e", operations);
 * HistorySchema schema = builder.build();
 * }</pre>
 */
public final class HistorySchemaBuilder {

    private final Dialect dialect;
    private final Map<QualifiedName, HistorySchema.Unknown> unknown = new LinkedHashMap<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final OriginTracker origins = new OriginTracker();
    private Snapshot schema = Snapshot.EMPTY;

    /**
     * Starts with an empty schema.
     *
     * @param dialect the product for which names are read
     */
    public HistorySchemaBuilder(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns the schema after the revisions that were applied until now. */
    public HistorySchema build() {
        return new HistorySchema(
                schema, Map.copyOf(unknown), List.copyOf(contradictions), origins.origins(), origins.dropped());
    }

    /**
     * Applies the upgrade of a revision.
     *
     * @param revision the id of the revision
     * @param operations the operations of its upgrade
     */
    public void apply(String revision, List<Operation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (operation instanceof DataOperation.Execute execute
                    && execute.schemaChanges().isEmpty()) {
                undeclared(revision, execute);
            } else if (operation.isHandWritten() && operation.schemaChanges().isPresent()) {
                boolean isAlone = i == 0 || !declaresNothing(operations.get(i - 1));
                declared(revision, i, operation, operation.schemaChanges().get(), isAlone);
            } else {
                apply(revision, i, operation);
            }
        }
    }

    /** In an SQL file, the declaration of several statements follows the last of them. */
    private static boolean declaresNothing(Operation operation) {
        return operation.isHandWritten()
                && operation.schemaChanges().filter(List::isEmpty).isPresent();
    }

    private void declared(String revision, int index, Operation operation, List<Operation> changes, boolean isAlone) {
        if (operation instanceof DataOperation.Execute execute) {
            undeclaredTable(execute, changes)
                    .map(table -> "its declaration does not name table " + table + ", which the statement changes")
                    .or(() -> isAlone
                            ? new OppositeDeclaration(dialect).reason(execute.sql(), changes)
                            : Optional.empty())
                    .ifPresent(reason ->
                            contradictions.add(new Contradiction(revision, index, execute.describe(), reason)));
        }
        changes.forEach(change -> apply(revision, index, change));
    }

    /** An empty declaration can be that of a statement whose changes are declared below a later one. */
    private Optional<String> undeclaredTable(DataOperation.Execute execute, List<Operation> changes) {
        QualifiedName table = changes.isEmpty() ? null : StatementTable.of(execute.sql(), dialect.syntax());
        if (table == null) {
            return Optional.empty();
        }
        QualifiedName changed = dialect.identifiers().canonical(table);
        return changes.stream().flatMap(change -> names(change).stream()).anyMatch(named -> isSame(changed, named))
                ? Optional.empty()
                : Optional.of(table.toString());
    }

    /** A name without a schema can mean a table of any schema, because the current one is unknown here. */
    private static boolean isSame(QualifiedName one, QualifiedName other) {
        return one.name().equals(other.name())
                && (one.schema() == null
                        || other.schema() == null
                        || one.schema().equals(other.schema()));
    }

    private List<QualifiedName> names(Operation change) {
        List<QualifiedName> names = new ArrayList<>();
        for (SchemaObject object : change.accept(new OperationObjects())) {
            names.add(dialect.identifiers().canonical(object.owner()));
            names.add(dialect.identifiers()
                    .canonical(change.accept(new Renames()).apply(object).owner()));
        }
        return names;
    }

    /**
     * Applies what SQL of a revision turned out to do. What it made unknown is known again.
     *
     * @param revision the id of the revision
     * @param operations the operations that make the same change to the schema
     */
    public void complete(String revision, List<Operation> operations) {
        unknown.values().removeIf(cause -> cause.revision().equals(revision));
        apply(revision, operations);
    }

    /** Returns whether SQL of a revision makes an object unknown. */
    public boolean leavesUnknown(String revision) {
        return unknown.values().stream().anyMatch(cause -> cause.revision().equals(revision));
    }

    /**
     * Returns the SQL and code that does not declare what it does to the schema. A custom operation computes it itself.
     *
     * @param operations the operations of an upgrade
     */
    public static List<Operation> undeclared(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.isHandWritten()
                        && operation instanceof DataOperation
                        && operation.schemaChanges().isEmpty())
                .toList();
    }

    /** No database executes a contradiction. It must not replace what earlier revisions are known to produce. */
    private void apply(String revision, int index, Operation operation) {
        Operation canonical = operation.accept(new CanonicalNames(dialect.identifiers(), schema));
        Optional<String> reason = canonical.accept(new ContradictionCheck(schema, unknown::containsKey));
        if (reason.isPresent()) {
            contradictions.add(new Contradiction(revision, index, canonical.describe(), reason.get()));
            return;
        }
        Snapshot after = canonical.applyTo(schema);
        origins.record(revision, canonical, schema, after);
        follow(canonical, after);
        schema = after;
    }

    /** A dropped table is no longer unknown, and a renamed one stays so by its new name. */
    private void follow(Operation operation, Snapshot after) {
        unknown.keySet()
                .removeIf(name -> schema.table(name).isPresent()
                        && after.table(name).isEmpty()
                        && renamed(operation, name).equals(name));
        List.copyOf(unknown.keySet()).forEach(name -> {
            QualifiedName now = renamed(operation, name);
            if (!now.equals(name)) {
                unknown.put(now, Objects.requireNonNull(unknown.remove(name)));
            }
        });
    }

    private static QualifiedName renamed(Operation operation, QualifiedName name) {
        return operation.accept(new Renames()).apply(SchemaObject.table(name)).owner();
    }

    private void undeclared(String revision, DataOperation.Execute execute) {
        for (QualifiedName named : UndeclaredSql.changed(execute.sql(), dialect.syntax(), schema)) {
            QualifiedName name = dialect.identifiers().canonical(named);
            unknown.putIfAbsent(name, new HistorySchema.Unknown(revision, execute.describe()));
        }
    }
}
