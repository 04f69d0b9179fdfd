/**
 * Commands that only read: current, history, heads, branches, show and plan.
 *
 * <p>A command calls a façade and prints the result as text or as JSON. May import {@code io.retort.boot.tool.command}
 * and core's façade.
 */
@NullMarked
package io.retort.boot.tool.report;

import org.jspecify.annotations.NullMarked;
