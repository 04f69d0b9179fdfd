/**
 * PostgreSQL, version 15 and later.
 *
 * <p>{@link io.retort.internal.dialect.postgres.PostgresDialect} is the service. {@code PostgresDdl} contains what differs from
 * the standard: type changes with {@code using}, identities, constraints that are not valid, concurrent indexes and
 * enum types. No class outside this package refers to its classes. It imports {@code dialect}, {@code operation},
 * {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.internal.dialect.postgres;

import org.jspecify.annotations.NullMarked;
