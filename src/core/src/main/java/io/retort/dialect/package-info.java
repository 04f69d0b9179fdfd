/**
 * What Retort knows about database products.
 *
 * <p>A {@link io.retort.dialect.Dialect} gathers one product's facts: how it folds and quotes names, how it calls types,
 * whether it can roll back a change to a schema, and how it says each operation. Products live in a folder each, over what
 * they share in {@code ansi}, and are found as services; {@link io.retort.dialect.Dialects} picks one by connection, by URL
 * or by name. No folder of a product is used by name outside itself, but for MariaDB, which lives beside MySQL. Imports:
 * schema, operation, error.
 */
@NullMarked
package io.retort.dialect;

import org.jspecify.annotations.NullMarked;
