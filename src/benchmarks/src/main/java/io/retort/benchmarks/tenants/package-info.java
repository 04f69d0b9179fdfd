/**
 * Benchmarks of many tenants with a schema each on PostgreSQL: upgrading all of them, and finding all of them up to
 * date.
 *
 * <p>Each contender runs in a JVM of its own on a pool of ten connections. Retort processes nine schemas in parallel,
 * as in an application, and one after the other. Plain JDBC and Flyway process one schema after the other, as
 * hand-written loops do. May import {@code apply} for the inputs, the façade with its tenants, and the test databases.
 */
@NullMarked
package io.retort.benchmarks.tenants;

import org.jspecify.annotations.NullMarked;
