/**
 * How long it takes to compare many tables with their entities when nothing has changed, beside the bulk queries that any
 * comparison needs and beside others that compare.
 *
 * <p>{@link io.retort.benchmarks.autogenerate.AutogenerateBenchmark} is a program: it starts a database, makes tables and
 * entities, and measures each contender in a JVM of its own, in turn. A contender is a class with one method; what is
 * measured is told by {@link io.retort.benchmarks.autogenerate.Contestant}, which runs in that JVM. May import core, diff,
 * the testkit, Hibernate and Liquibase.
 */
@NullMarked
package io.retort.benchmarks.autogenerate;

import org.jspecify.annotations.NullMarked;
