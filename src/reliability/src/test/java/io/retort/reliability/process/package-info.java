/**
 * A minimal application in a separate JVM, of which twenty can start at once: its main class, its histories, and the
 * handle of its process.
 */
@NullMarked
package io.retort.reliability.process;

import org.jspecify.annotations.NullMarked;
