package io.retort.run;

import io.retort.operation.Statement;
import io.retort.run.prepare.PreparedOperation;
import io.retort.run.prepare.PreparedStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a run has come: kept while it goes on, read when it fails. */
final class Progress {

    private final List<PreparedStep> steps;
    private final int current;
    private final List<Statement> done = new ArrayList<>();
    private int operationNumber;
    private int statementNumber;
    private @Nullable PreparedOperation operation;
    private @Nullable Statement statement;

    /**
     * Progress within one step.
     *
     * @param current the index of the step that runs now
     */
    Progress(List<PreparedStep> steps, int current) {
        this.steps = steps;
        this.current = current;
    }

    void enter(PreparedOperation next) {
        operation = next;
        operationNumber++;
        statementNumber = 0;
    }

    void enter(Statement next) {
        statement = next;
        statementNumber++;
    }

    void done() {
        if (statement != null) {
            done.add(statement);
        }
        statement = null;
    }

    /** All operations are sent; what follows is Retort's own note of the revision. */
    void leave() {
        operation = null;
    }

    PreparedStep step() {
        return steps.get(current);
    }

    List<PreparedStep> before() {
        return steps.subList(0, current);
    }

    List<PreparedStep> after() {
        return steps.subList(current + 1, steps.size());
    }

    List<Statement> doneStatements() {
        return List.copyOf(done);
    }

    @Nullable
    PreparedOperation operation() {
        return operation;
    }

    @Nullable
    Statement statement() {
        return statement;
    }

    int operationNumber() {
        return operationNumber;
    }

    int statementNumber() {
        return statementNumber;
    }
}
