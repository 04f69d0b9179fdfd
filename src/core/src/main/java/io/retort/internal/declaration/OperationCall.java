package io.retort.internal.declaration;

import io.retort.internal.declaration.Expression.Call;
import io.retort.migration.Operations;

/**
 * A call that adds an operation.
 *
 * @param call the method and its arguments
 */
record OperationCall(Call call) {

    int at() {
        return call.at();
    }

    String method() {
        return call.method();
    }

    void addTo(Operations op, SourceErrors errors) {
        if (Vocabulary.isCode(call.method())) {
            throw errors.at(
                    call.at(),
                    "declares " + call.method() + "(...), whose argument is Java code",
                    "Declare the operations that make the same change to the schema, as in " + SourceErrors.EXAMPLE);
        }
        Invocation.of(call, errors).on(op, Vocabulary.operations(call.method()));
    }
}
