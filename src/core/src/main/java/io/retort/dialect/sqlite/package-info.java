/**
 * SQLite, 3.35 and newer.
 *
 * <p>{@link io.retort.dialect.sqlite.SqliteDialect} is the service. SQLite changes little about a table that is there;
 * what it cannot is refused by {@code SqliteDdl}, and done by {@link io.retort.operation.TableOperation.Rebuild}, whose
 * statements are put together by {@code SqliteRebuild}. Comments are left out: it has none. Nothing outside this folder
 * names anything in it. Imports: dialect, operation, schema, error.
 */
@NullMarked
package io.retort.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
