/**
 * Finding an application's revisions: classes in packages, SQL files in folders.
 *
 * <p>Classes are read with Spring's class readers and not loaded, so that a start with nothing to do loads none of them.
 * May import Spring and core's {@code run.source}, {@code migration} and {@code revision}; nothing of the
 * auto-configuration above it.
 */
@NullMarked
package io.retort.boot.autoconfigure.scan;

import org.jspecify.annotations.NullMarked;
