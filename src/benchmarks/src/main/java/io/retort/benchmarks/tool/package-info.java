/**
 * Benchmark of {@code check} with and without a database: whole processes of the sample application in tool mode. Both are
 * measured in turn in one run, and their CPU times are compared. May import the test databases.
 */
@NullMarked
package io.retort.benchmarks.tool;

import org.jspecify.annotations.NullMarked;
