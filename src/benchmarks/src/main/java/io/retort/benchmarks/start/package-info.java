/**
 * What a tool adds to an application's start when nothing is pending: Retort beside Flyway, Liquibase and none of them.
 *
 * <p>The application is the sample application, packaged as its build would with the history of one contender inside, and
 * started in a JVM of its own on a PostgreSQL that has all revisions. Measured is the whole start, and within it the making of
 * the bean that brings the database to where it should be, with everything that it needs; the first connection is opened
 * before that. The main thread's CPU time is what other work on the machine changes least.
 * Imports: {@code apply} for the inputs, the rivals and the test databases.
 */
@NullMarked
package io.retort.benchmarks.start;

import org.jspecify.annotations.NullMarked;
