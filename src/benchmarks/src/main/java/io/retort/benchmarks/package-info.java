/**
 * How long things take, measured with JMH; the figures and the command are in docs/benchmarks.md.
 *
 * <p>Nothing here runs in a build: a figure that depends on the machine must not fail anybody's tests. A benchmark makes
 * what it needs in its state, outside of what is measured, and hands its result back so that nothing is optimised away.
 * May import core and JMH.
 */
@NullMarked
package io.retort.benchmarks;

import org.jspecify.annotations.NullMarked;
