/**
 * What production does to a migration tool, done to it here: many instances at once, kills, lost networks, restarted
 * and full databases, tables that others have locked.
 *
 * <p>Each test starts JVMs of its own on {@link io.retort.reliability.process.Migrator} and talks to real servers. A
 * sample runs in every build, all of it with {@code -Pfull}; the seed of every random moment is printed.
 */
@NullMarked
package io.retort.reliability;

import org.jspecify.annotations.NullMarked;
