/**
 * The commands that write SQL instead of running it.
 *
 * <p>Nothing here connects: the dialect is known by the URL alone, and the revisions by the class path. The script is the
 * data and goes to standard output or a file; what is said about it goes to standard error. May import core's façade,
 * {@code boot.tool.command} and Spring.
 */
@NullMarked
package io.retort.boot.tool.script;

import org.jspecify.annotations.NullMarked;
