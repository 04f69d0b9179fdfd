/**
 * Benchmarks of comparing many tables with their entities when nothing has changed. They compare Retort with other
 * tools and with the bulk queries that any comparison needs.
 *
 * <p>{@link io.retort.benchmarks.autogenerate.AutogenerateBenchmark} is a program: it starts a database, creates tables
 * and entities, and measures each contender in a JVM of its own. A contender is a class with one method;
 * {@link io.retort.benchmarks.autogenerate.AutogenerateProcess} runs in that JVM and measures it. May import core, diff, the
 * testkit, Hibernate and Liquibase.
 */
@NullMarked
package io.retort.benchmarks.autogenerate;

import org.jspecify.annotations.NullMarked;
