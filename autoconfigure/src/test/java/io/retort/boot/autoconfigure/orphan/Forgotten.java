package io.retort.boot.autoconfigure.orphan;

import io.retort.migration.Migration;
import io.retort.migration.Operations;

/** A migration without {@code @Revision}. */
public class Forgotten implements Migration {

    @Override
    public void upgrade(Operations op) {}
}
