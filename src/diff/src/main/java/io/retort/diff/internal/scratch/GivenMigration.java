package io.retort.diff.internal.scratch;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import java.util.List;

/**
 * A migration that runs operations as they are.
 *
 * @param up the operations of the upgrade
 * @param down the operations of the downgrade
 */
public record GivenMigration(List<Operation> up, List<Operation> down) implements Migration {

    @Override
    public void upgrade(Operations op) {
        up.forEach(operation -> op.custom(new GivenOperation(operation)));
    }

    @Override
    public void downgrade(Operations op) {
        down.forEach(operation -> op.custom(new GivenOperation(operation)));
    }
}
