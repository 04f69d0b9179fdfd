package io.retort.run.source;

import io.retort.migration.Migration;

/** Makes a migration of its class, when a step runs. */
@FunctionalInterface
public interface MigrationFactory {

    /** Calls the public constructor without parameters. */
    MigrationFactory CONSTRUCTOR = type -> type.getConstructor().newInstance();

    /**
     * Makes one.
     *
     * @throws ReflectiveOperationException if the class has no constructor for this, or it fails
     */
    Migration make(Class<? extends Migration> type) throws ReflectiveOperationException;
}
