package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation in the form in which a file contains it, or one of several statements of such a form.
 *
 * @param declared what is declared as its effect; empty if a later statement declares it
 * @param written the operation that has the statements
 * @param reverse what reverts it; null if it cannot be reverted
 * @param isSplit whether it is one of several statements that must not share a transaction
 * @param isReverseSplit whether the statements of the reverse must not share a transaction
 */
record ToolOperation(
        List<Operation> declared,
        Operation written,
        @Nullable List<Operation> reverse,
        boolean isSplit,
        boolean isReverseSplit) {}
