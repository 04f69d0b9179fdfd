/**
 * The API that revision files use.
 *
 * <p>A revision file is a class that is annotated with {@link io.retort.migration.Revision} and implements
 * {@link io.retort.migration.Migration}. It calls methods of {@link io.retort.migration.Operations}, usually named
 * {@code op}, with values from {@link io.retort.migration.Definitions}, which you import statically. Nothing runs
 * during these calls: the operations are collected and run afterwards. {@link io.retort.migration.Support} lists the
 * products that support each operation. This package imports {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.migration;

import org.jspecify.annotations.NullMarked;
