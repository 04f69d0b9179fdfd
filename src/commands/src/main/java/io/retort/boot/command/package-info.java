/**
 * Tool mode: runs one command in the user's own application.
 *
 * <p>A run listener does nothing unless {@code retort.command} (or {@code RETORT_COMMAND}) is set. With a command, the
 * application's configuration is loaded as usual, so that data source, entities and properties are the real ones.
 * Nothing of the application runs: no web server, no runners, no schedulers, no listeners, no other migration tool.
 * Then the command runs, and the process exits with its code. Maven goals, init containers and IDEs all use tool mode.
 *
 * <p>May import Spring, core's façade and {@code io.retort.diff}, which is optional at run time.
 */
@NullMarked
package io.retort.boot.command;

import org.jspecify.annotations.NullMarked;
