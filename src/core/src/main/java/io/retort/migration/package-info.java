/**
 * What people write: migrations.
 *
 * <p>A revision file is a class with {@link io.retort.migration.Revision} on it that implements
 * {@link io.retort.migration.Migration}. It speaks to {@link io.retort.migration.Operations}, called {@code op}, in the
 * words of {@link io.retort.migration.Definitions}, which are there to be imported statically. Nothing runs while a
 * migration speaks: the operations are collected, and run afterwards. Imports: operation, schema, error.
 */
@NullMarked
package io.retort.migration;

import org.jspecify.annotations.NullMarked;
