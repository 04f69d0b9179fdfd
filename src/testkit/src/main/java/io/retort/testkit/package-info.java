/**
 * Test databases for our own tests: a fresh, empty database of every product, on any machine.
 *
 * <p>A test names the products it is about with {@link io.retort.testkit.OnDatabases} and gets one
 * {@link io.retort.testkit.TestDb} per invocation; other code asks {@link io.retort.testkit.TestDatabase#server()}. At
 * most one server per JVM and product is started, on first use: one's own by URL, else one from Docker, else one from
 * binaries on the class path. A database that cannot be had aborts the test with the reason, unless it is a must-have:
 * then the test fails. See {@link io.retort.testkit.Settings} for all system properties. This package imports
 * {@code engine}, {@code launch} and JUnit.
 */
@NullMarked
package io.retort.testkit;

import org.jspecify.annotations.NullMarked;
