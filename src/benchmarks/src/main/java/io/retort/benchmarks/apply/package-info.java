/**
 * Benchmarks of applying revisions, and of finding none to apply, as whole JVM processes. They compare Retort with
 * plain JDBC, Flyway and Liquibase.
 *
 * <p>Every contender runs the same SQL from its own files, with a history row and a commit for each revision. The
 * ratios compare wall time and the client's CPU time with plain JDBC in the same run. May import the façade,
 * {@code run.source}, the other tools and the test databases.
 */
@NullMarked
package io.retort.benchmarks.apply;

import org.jspecify.annotations.NullMarked;
