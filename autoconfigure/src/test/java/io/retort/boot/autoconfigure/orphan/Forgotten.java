package io.retort.boot.autoconfigure.orphan;

import io.retort.migration.Migration;
import io.retort.migration.Operations;

/** A migration that somebody forgot to give a place in the history. */
public class Forgotten implements Migration {

    @Override
    public void upgrade(Operations op) {}
}
