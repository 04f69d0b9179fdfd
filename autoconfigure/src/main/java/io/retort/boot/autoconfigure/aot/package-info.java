/**
 * Ahead-of-time processing: a native image needs hints for revisions, because their classes are created by reflection
 * and their files are resources.
 *
 * <p>Used when an application is built, never when it runs. May import Spring, the scanner and core's
 * {@code run.source}.
 */
@NullMarked
package io.retort.boot.autoconfigure.aot;

import org.jspecify.annotations.NullMarked;
