/**
 * What an application that is processed ahead of time must know about its revisions: their classes are made by reflection,
 * and their files are resources.
 *
 * <p>Used while an application is built, never while it runs. May import Spring, the scanner and core's {@code run.source}.
 */
@NullMarked
package io.retort.boot.autoconfigure.aot;

import org.jspecify.annotations.NullMarked;
