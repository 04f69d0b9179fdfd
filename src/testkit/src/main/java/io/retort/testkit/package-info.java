/**
 * Test databases for Retort's own tests: an empty database of every product, on any machine.
 *
 * <p>A test names its products with {@link io.retort.testkit.OnDatabases} and gets one {@link io.retort.testkit.TestDb}
 * per invocation. Other code calls {@link io.retort.testkit.TestDatabase#server()}. Each JVM starts at most one server
 * per product, on first use. It prefers an existing server by URL, then one in Docker, then one from binaries on the
 * class path. If a database is not available, the test is aborted with the reason; if the database is required, the
 * test fails. See {@link io.retort.testkit.Settings} for the system properties. This package imports {@code engine},
 * {@code launch} and JUnit.
 */
@NullMarked
package io.retort.testkit;

import org.jspecify.annotations.NullMarked;
