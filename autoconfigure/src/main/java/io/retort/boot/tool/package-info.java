/**
 * Tool mode: the user's own application, started for one command and for nothing else.
 *
 * <p>A run listener waits for {@code retort.command} (or {@code RETORT_COMMAND}) and is inert without it. With it, the
 * application's configuration is loaded as always, so that data source, entities and properties are the real ones, but
 * nothing of the application runs: no web server, no runners, no schedulers, no listeners, no other migration tool.
 * Then the command runs and the process exits with its code. Maven goals, init containers and IDEs use the same door.
 * May import Spring, core's façade and {@code io.retort.diff}; what is of {@code diff} is optional at run time.
 */
@NullMarked
package io.retort.boot.tool;

import org.jspecify.annotations.NullMarked;
