/**
 * Benchmark of drawing the pictures of a report, compared with reading the same schema from a catalog. Both are measured in
 * turn in one run. May import the test databases.
 */
@NullMarked
package io.retort.benchmarks.draw;

import org.jspecify.annotations.NullMarked;
