package io.retort.run;

import io.retort.operation.Statement;

/**
 * A statement and its position in a step. All numbers start at 1.
 *
 * @param operation the operation of the statement
 * @param operationNumber the number of the operation in the step
 * @param statementNumber the number of the statement in the operation
 * @param number the number of the statement in the step
 */
public record StatementPosition(PreparedOperation operation, int operationNumber, int statementNumber, int number) {

    /** Returns the statement. */
    public Statement statement() {
        return operation.statements().get(statementNumber - 1);
    }
}
