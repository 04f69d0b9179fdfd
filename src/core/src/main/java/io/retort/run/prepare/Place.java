package io.retort.run.prepare;

import io.retort.operation.Statement;

/**
 * A statement and where it stands in its step. All numbers count from 1.
 *
 * @param operation the operation that sends it
 * @param operationNumber the operation's place in the step
 * @param statementNumber the statement's place in the operation
 * @param number the statement's place in the step
 */
public record Place(PreparedOperation operation, int operationNumber, int statementNumber, int number) {

    /** What is sent. */
    public Statement statement() {
        return operation.statements().get(statementNumber - 1);
    }
}
