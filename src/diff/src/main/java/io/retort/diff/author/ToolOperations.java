package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** The operations of a migration in their forms: those that must not block other sessions, in several statements. */
final class ToolOperations {

    private final ToolMigration migration;
    private final List<Operation> forward;
    private final List<Operation> backward;

    ToolOperations(ToolMigration migration) {
        this.migration = migration;
        this.forward = migration.forms().apply(migration.operations());
        this.backward =
                Operation.reverse(migration.operations()).map(migration.forms()).orElse(List.of());
    }

    /** Returns the operations in executable order. */
    List<ToolOperation> all() {
        List<ToolOperation> all = new ArrayList<>();
        for (Operation operation : migration.operations()) {
            List<Operation> parts = parts(operation, forward);
            for (int i = 0; i < parts.size(); i++) {
                List<Operation> declared = i == parts.size() - 1 ? List.of(operation) : List.of();
                all.add(written(declared, parts.get(i), parts.size() > 1));
            }
        }
        return all;
    }

    private ToolOperation written(List<Operation> declared, Operation part, boolean split) {
        return part.reverse()
                .map(back -> parts(back, backward))
                .map(back -> new ToolOperation(declared, part, back, split, back.size() > 1))
                .orElseGet(() -> new ToolOperation(declared, part, null, split, false));
    }

    /** Whether the tool cannot run the form of an operation. */
    boolean isLimited() {
        return migration.operations().stream()
                .anyMatch(operation -> !forward.contains(operation) && !isRunnable(forms(operation)));
    }

    /** An operation that the forms of the whole direction leave as it is needs no other form. */
    private List<Operation> parts(Operation operation, List<Operation> direction) {
        if (direction.contains(operation)) {
            return parts(operation);
        }
        List<Operation> parts = forms(operation);
        return isRunnable(parts) ? parts : parts(operation);
    }

    private List<Operation> forms(Operation operation) {
        return migration.forms().apply(List.of(operation)).stream()
                .flatMap(form -> parts(form).stream())
                .toList();
    }

    private List<Operation> parts(Operation form) {
        return migration.dialect().ddl().parts(form);
    }

    private boolean isRunnable(List<Operation> parts) {
        return switch (migration.transactions()) {
            case OWN_OR_NONE -> true;
            case OWN -> migration.isTransactional(parts);
            case SHARED -> parts.size() == 1 && migration.isTransactional(parts);
        };
    }
}
