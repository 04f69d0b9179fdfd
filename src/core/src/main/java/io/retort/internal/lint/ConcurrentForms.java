package io.retort.internal.lint;

import io.retort.internal.lint.rule.LintContext;
import io.retort.internal.lint.rule.LintRules;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Replaces operations on tables with rows by those that make the same change without blocking other sessions, where the
 * product has such a form.
 *
 * <pre>{@code
 * List<Operation> written = new ConcurrentForms(server, () -> schema).of(operations);
 * }</pre>
 */
public final class ConcurrentForms {

    private final Server server;
    private final Supplier<Snapshot> schema;

    /**
     * @param server the server on which the operations will run
     * @param schema supplies the schema before the first operation, as far as it is known
     */
    public ConcurrentForms(Server server, Supplier<Snapshot> schema) {
        this.server = server;
        this.schema = new OnDemand<>(schema);
    }

    /** Returns the operations of one revision; equal ones if none of them needs another form. */
    public List<Operation> of(List<Operation> operations) {
        return forms(operations, new SchemaState(server, schema)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Returns what replaces each operation of revisions that run one after the other. */
    List<List<List<Operation>>> ofSteps(List<List<Operation>> steps) {
        SchemaState state = new SchemaState(server, schema);
        return steps.stream().map(operations -> forms(operations, state)).toList();
    }

    private List<List<Operation>> forms(List<Operation> operations, SchemaState state) {
        LintRules rules = LintRules.of(server.dialect());
        Set<QualifiedName> dropped = dropped(operations, state);
        List<List<Operation>> all = new ArrayList<>();
        for (Operation operation : operations) {
            Operation canonical = state.canonical(operation);
            boolean waiting = table(canonical)
                    .filter(table -> !state.isCreated(table) && !dropped.contains(table))
                    .filter(table -> !state.size(table).isEmpty())
                    .isPresent();
            LintContext context = state.context(state.before());
            all.add(
                    waiting
                            ? rules.concurrently(operation, rules.check(canonical, context), context)
                            : List.of(operation));
            state.apply(operation, List.of(canonical));
        }
        return all;
    }

    /** No application uses a table that is dropped next. */
    private static Set<QualifiedName> dropped(List<Operation> operations, SchemaState state) {
        Set<QualifiedName> dropped = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof TableOperation.Drop drop) {
                dropped.add(state.canonical(drop.name()));
            }
        }
        return dropped;
    }

    private static Optional<QualifiedName> table(Operation operation) {
        return operation.isHandWritten() ? Optional.empty() : operation.alteredTable();
    }
}
