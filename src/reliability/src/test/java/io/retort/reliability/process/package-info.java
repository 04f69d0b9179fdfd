/** An application in a JVM of its own, small enough to start twenty at once: its main, its histories, and its handle. */
@NullMarked
package io.retort.reliability.process;

import org.jspecify.annotations.NullMarked;
