/**
 * PostgreSQL, 15 and newer.
 *
 * <p>{@link io.retort.dialect.postgres.PostgresDialect} is the service; {@code PostgresDdl} says what PostgreSQL says
 * otherwise than the standard: types changed with {@code using}, identities, constraints not valid, indexes built
 * concurrently, enum types. Nothing outside this folder names anything in it. Imports: dialect, operation, schema, error.
 */
@NullMarked
package io.retort.dialect.postgres;

import org.jspecify.annotations.NullMarked;
