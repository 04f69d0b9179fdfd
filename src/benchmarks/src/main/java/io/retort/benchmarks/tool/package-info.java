/**
 * Benchmark of {@code check} with and without a database: whole processes of the sample application in tool mode. May
 * import the test databases.
 */
@NullMarked
package io.retort.benchmarks.tool;

import org.jspecify.annotations.NullMarked;
