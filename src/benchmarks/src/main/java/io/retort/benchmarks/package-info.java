/**
 * Benchmarks; docs/benchmarks.md has the results and the commands. This package uses JMH, its subpackages have main
 * classes.
 *
 * <p>The build only compiles them, because results depend on the machine and must not fail a build. A JMH benchmark
 * prepares its state outside of the measurement and returns its result, so that it is not optimised away. May import
 * core and JMH.
 */
@NullMarked
package io.retort.benchmarks;

import org.jspecify.annotations.NullMarked;
