/**
 * Runs the same work for many tenants, each with a schema or a database and a history table of its own.
 *
 * <p>The caller supplies the work for one tenant. This package limits how many tenants run at once, stops after a
 * failure where that is wanted, and reports the results. It can import {@code io.retort} and {@code error}, but not
 * JDBC.
 */
@NullMarked
package io.retort.tenant;

import org.jspecify.annotations.NullMarked;
