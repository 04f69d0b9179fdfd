/**
 * Runs the same work in many schemas, one per tenant, each with its own history table.
 *
 * <p>The caller supplies the work for one schema. This package limits how many tenants run at once, stops after a
 * failure where that is wanted, and reports the results. It can import {@code io.retort} and {@code error}, but not
 * JDBC.
 */
@NullMarked
package io.retort.tenant;

import org.jspecify.annotations.NullMarked;
