/**
 * SQLite, version 3.35 and later.
 *
 * <p>{@link io.retort.internal.dialect.sqlite.SqliteDialect} is the service. SQLite can change little about an existing table.
 * {@code SqliteDdl} refuses the rest, and {@link io.retort.operation.TableOperation.Rebuild} makes such changes with
 * the statements of {@code SqliteRebuild}. Comments are skipped, because SQLite has none. No class outside this package
 * refers to its classes. It imports {@code dialect}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package io.retort.internal.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
