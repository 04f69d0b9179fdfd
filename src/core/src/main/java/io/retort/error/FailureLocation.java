package io.retort.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where something failed, for programs. The text of a {@link RetortException} says the same to people.
 *
 * <p>What is not known is null, or 0 for a number. The texts contain no passwords.
 *
 * @param revision the id of the revision
 * @param file the class or file of the revision, as its location is shown elsewhere
 * @param line the line of the file, from 1
 * @param operation the description of the operation, such as {@code + column owner.email varchar(255)}
 * @param operationNumber the number of the operation in the revision, from 1
 * @param statement the statement
 * @param statementNumber the number of the statement in the revision, from 1
 */
public record FailureLocation(
        @Nullable String revision,
        @Nullable String file,
        int line,
        @Nullable String operation,
        int operationNumber,
        @Nullable String statement,
        int statementNumber)
        implements Serializable {

    /** A failure whose place is not known. */
    public static final FailureLocation UNKNOWN = new FailureLocation(null, null, 0, null, 0, null, 0);

    /**
     * Returns the location of a failure in a file whose revision is not known.
     *
     * @param file the class or file; never null
     * @param line the line, or 0
     */
    public static FailureLocation inFile(String file, int line) {
        return new FailureLocation(null, file, line, null, 0, null, 0);
    }

    /**
     * Returns the location of a failure in a revision.
     *
     * @param revision the id of the revision; never null
     * @param file its class or file; never null
     * @param line the line, or 0
     */
    public static FailureLocation inRevision(String revision, String file, int line) {
        return new FailureLocation(revision, file, line, null, 0, null, 0);
    }

    /**
     * Returns a copy with an operation.
     *
     * @param description the description of the operation; never null
     * @param number its number in the revision, or 0
     */
    public FailureLocation withOperation(String description, int number) {
        return new FailureLocation(revision, file, line, description, number, statement, statementNumber);
    }

    /**
     * Returns a copy with a statement.
     *
     * @param text the statement, without passwords; never null
     * @param number its number in the revision, or 0
     */
    public FailureLocation withStatement(String text, int number) {
        return new FailureLocation(revision, file, line, operation, operationNumber, text, number);
    }

    /**
     * Returns a copy in which what is not known is taken from another location.
     *
     * @param other the location of the cause; never null
     */
    public FailureLocation or(FailureLocation other) {
        return new FailureLocation(
                revision == null ? other.revision : revision,
                file == null ? other.file : file,
                line == 0 ? other.line : line,
                operation == null ? other.operation : operation,
                operationNumber == 0 ? other.operationNumber : operationNumber,
                statement == null ? other.statement : statement,
                statementNumber == 0 ? other.statementNumber : statementNumber);
    }
}
