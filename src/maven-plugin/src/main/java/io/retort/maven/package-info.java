/**
 * Maven plugin with the goal prefix {@code migrate}, which launches the application in tool mode.
 *
 * <p>A goal converts its parameters into a command line, runs it in the user's own application in a forked JVM, and
 * reports the result to Maven. The plugin does not interpret commands, so a new option needs only a parameter and
 * its name.
 *
 * <p>This package contains what all goals share. It may import Maven and {@code io.retort.maven.fork}, and nothing else
 * of Retort. Plugin and application can have different versions, and only the command line connects them.
 */
@NullMarked
package io.retort.maven;

import org.jspecify.annotations.NullMarked;
