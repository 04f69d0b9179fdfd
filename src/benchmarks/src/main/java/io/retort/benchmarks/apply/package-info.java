/**
 * Applying revisions, and finding none to apply, as whole JVM processes: Retort beside plain JDBC, Flyway and Liquibase.
 *
 * <p>Every contender gets the same SQL in its own files, a history row and a commit per revision. The ratio is that to
 * plain JDBC in the same run, of wall time and of the client's CPU time. Imports: the façade, {@code run.source}, the
 * rivals and the test databases.
 */
@NullMarked
package io.retort.benchmarks.apply;

import org.jspecify.annotations.NullMarked;
