package io.retort.operation.golden;

import io.retort.migration.Operations;
import io.retort.operation.Operation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An operation and what must exist before it.
 *
 * @param name the object, the operation, and what is special about this sample
 * @param before creates the objects that the operation needs
 * @param operation the operation
 * @param unlike the dialects on which the sample cannot run, for a reason specific to the sample
 */
public record Sample(String name, List<Operation> before, Operation operation, Set<String> unlike) {

    static Sample of(String name, Consumer<Operations> before, Consumer<Operations> operation) {
        List<Operation> said = Operations.collect(operation);
        if (said.size() != 1) {
            throw new IllegalArgumentException(name + " says " + said.size() + " operations");
        }
        return new Sample(name, Operations.collect(before), said.get(0), Set.of());
    }

    Sample notOn(String... dialects) {
        return new Sample(name, before, operation, Set.of(dialects));
    }

    @Override
    public String toString() {
        return name;
    }
}
