/**
 * Scanning for an application's revisions: classes in packages and SQL files in folders.
 *
 * <p>Spring's metadata readers read classes without loading them, so that a start with nothing to do loads none. May
 * import Spring and core's {@code run.source}, {@code migration} and {@code revision}; nothing of the
 * auto-configuration above it.
 */
@NullMarked
package io.retort.boot.internal.scan;

import org.jspecify.annotations.NullMarked;
