/**
 * Benchmarks of application starts with nothing pending: with Retort, with Flyway, with Liquibase and without any of
 * them.
 *
 * <p>The sample application is packaged as its build would package it, with the history of one contender. It starts in
 * a JVM of its own on a PostgreSQL database that is up to date. The benchmark measures the whole start and, within it,
 * the creation of the migrating bean with all its dependencies. The first connection is opened before that. The CPU
 * time of the main thread is the value that other load on the machine changes least. May import {@code apply} for the
 * inputs, the other tools and the test databases.
 */
@NullMarked
package io.retort.benchmarks.start;

import org.jspecify.annotations.NullMarked;
