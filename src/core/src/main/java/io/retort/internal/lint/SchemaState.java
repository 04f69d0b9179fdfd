package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers.Folding;
import io.retort.internal.lint.rule.LintContext;
import io.retort.internal.lint.rule.TableSize;
import io.retort.internal.state.CanonicalNames;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The schema before the next operation, and the tables that this run has created. The schema is computed only on demand.
 * Not thread-safe.
 */
final class SchemaState {

    private final Server server;
    private final Dialect dialect;
    private final Set<QualifiedName> created = new HashSet<>();
    private final Map<QualifiedName, QualifiedName> renamed = new HashMap<>();
    private Supplier<Snapshot> schema;

    SchemaState(Server server, Supplier<Snapshot> schema) {
        this.server = server;
        this.dialect = server.dialect();
        this.schema = schema;
    }

    /** Returns a supplier of the schema before the next operation. */
    Supplier<Snapshot> before() {
        return schema;
    }

    /** Returns a supplier of the schema after further operations. */
    Supplier<Snapshot> after(List<Operation> operations) {
        Supplier<Snapshot> after = schema;
        for (Operation operation : operations) {
            after = after(operation, after);
        }
        return after;
    }

    private Supplier<Snapshot> after(Operation operation, Supplier<Snapshot> before) {
        return new OnDemand<>(() -> {
            Snapshot after = before.get();
            for (Operation change : operation.schemaChanges().orElse(List.of())) {
                after = canonical(change, after).applyTo(after);
            }
            return after;
        });
    }

    /** Returns whether this run has created a table. */
    boolean isCreated(QualifiedName table) {
        return created.contains(table);
    }

    /** Returns the size of a table, which the database knows under the name that the table had before this run. */
    TableSize size(QualifiedName table) {
        return server.sizes().of(renamed.getOrDefault(table, table));
    }

    /**
     * Returns what rules know about the next operation.
     *
     * @param after supplies the schema after the whole step
     */
    LintContext context(Supplier<Snapshot> after) {
        return new LintContext(server.version(), server.driver(), schema, after, this::isCreated, this::isPartitioned);
    }

    private boolean isPartitioned(QualifiedName table) {
        return !isCreated(table) && size(table).partitioned();
    }

    /**
     * Goes to the state after an operation.
     *
     * @param known what the operation does, with canonical names
     */
    void apply(Operation operation, List<Operation> known) {
        known.forEach(change -> change.accept(new CreatedTables()));
        schema = after(operation, schema);
    }

    /** Returns an operation with its names as the product stores them. */
    Operation canonical(Operation operation) {
        return canonical(operation, dialect.identifiers().folding() == Folding.NONE ? schema.get() : Snapshot.EMPTY);
    }

    private Operation canonical(Operation operation, Snapshot before) {
        return operation.accept(new CanonicalNames(dialect.identifiers(), before));
    }

    /** Returns a name as the product stores it. */
    QualifiedName canonical(QualifiedName name) {
        return dialect.identifiers().canonical(name);
    }

    /** Follows the tables of this run. */
    private final class CreatedTables implements OperationVisitor.Selective<Boolean> {

        @Override
        public Boolean other(Operation operation) {
            return false;
        }

        @Override
        public Boolean createTable(TableOperation.Create create) {
            return created.add(create.table().name());
        }

        @Override
        public Boolean renameTable(TableOperation.Rename rename) {
            QualifiedName former = renamed.remove(rename.before());
            renamed.put(rename.after(), former == null ? rename.before() : former);
            return created.remove(rename.before()) && created.add(rename.after());
        }

        @Override
        public Boolean dropTable(TableOperation.Drop drop) {
            return created.remove(drop.name());
        }

        @Override
        public Boolean data(DataOperation operation) {
            return false;
        }

        @Override
        public Boolean custom(CustomOperation operation) {
            return false;
        }
    }
}
