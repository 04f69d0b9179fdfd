package io.retort.internal.history;

import io.retort.migration.Migration;

/** Creates the migration of a revision when a step needs it. */
@FunctionalInterface
public interface MigrationFactory {

    /** Calls the public constructor without parameters. */
    MigrationFactory CONSTRUCTOR = type -> type.getConstructor().newInstance();

    /**
     * Creates a migration.
     *
     * @param type the class of the migration
     * @return the migration
     * @throws ReflectiveOperationException if the class has no suitable constructor, or the constructor fails
     */
    Migration make(Class<? extends Migration> type) throws ReflectiveOperationException;
}
