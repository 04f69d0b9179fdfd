/**
 * The goals that only look and tell: current, history, heads, branches, show, check, plan, script.
 *
 * <p>A goal is its parameters and the words they become. May import {@code io.retort.maven} and Maven's annotations.
 */
@NullMarked
package io.retort.maven.report;

import org.jspecify.annotations.NullMarked;
