/**
 * Goals that only read: current, history, heads, branches, show, check, plan and script.
 *
 * <p>A goal consists of its parameters and their conversion to a command line. May import {@code io.retort.maven} and
 * Maven's annotations.
 */
@NullMarked
package io.retort.maven.report;

import org.jspecify.annotations.NullMarked;
