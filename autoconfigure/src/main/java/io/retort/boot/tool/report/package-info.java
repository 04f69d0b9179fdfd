/**
 * The commands that only look and tell: current, history, heads, branches, show, plan, script.
 *
 * <p>A command asks a façade and prints the answer, as text or as JSON from the same values. May import
 * {@code io.retort.boot.tool.command} and core's façade.
 */
@NullMarked
package io.retort.boot.tool.report;

import org.jspecify.annotations.NullMarked;
