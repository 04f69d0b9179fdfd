/**
 * Commands that write SQL scripts instead of executing statements.
 *
 * <p>Nothing here connects to a database: the dialect is derived from the URL. The script goes to standard output or a
 * file, messages go to standard error. May import core's façade, {@code boot.tool.command} and Spring.
 */
@NullMarked
package io.retort.boot.tool.script;

import org.jspecify.annotations.NullMarked;
