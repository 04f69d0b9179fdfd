package io.retort.diff.internal.interview;

import io.retort.operation.Operation;

/**
 * An operation of a replaced revision that a squash cannot compute from the schema: it changes rows, or is SQL or Java
 * code.
 *
 * @param revision the id of the revision
 * @param number the number of the operation in the upgrade of the revision, from 1
 * @param operation the operation
 * @param proposal what is probably right
 * @param reason why, as a sentence
 */
public record DataStep(String revision, int number, Operation operation, Proposal proposal, String reason) {

    /** What a squash probably needs. */
    public enum Proposal {
        /** An empty database needs it. */
        KEEP,
        /** An empty database does not need it. */
        DROP,
        /** Only a person knows. */
        UNKNOWN,
        /** It cannot be kept, so that there is no question about it. */
        GONE
    }

    /** Returns the name of the step in options, for example {@code 77aa:2}. */
    public String subject() {
        return revision + ":" + number;
    }

    /** Returns the step as one line. */
    public String describe() {
        return subject() + "  " + operation.describe();
    }
}
