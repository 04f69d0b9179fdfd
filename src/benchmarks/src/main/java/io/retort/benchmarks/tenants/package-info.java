/**
 * A schema for each of many tenants on PostgreSQL: upgrading all of them, and finding all of them up to date.
 *
 * <p>Each contender runs in a JVM of its own on a pool of ten connections. Retort works on nine schemas at once, as an
 * application does, and on one; plain JDBC and Flyway work on one schema after the other, as the loops do that people write.
 * Imports: {@code apply} for the inputs, the façade with its tenants, and the test databases.
 */
@NullMarked
package io.retort.benchmarks.tenants;

import org.jspecify.annotations.NullMarked;
