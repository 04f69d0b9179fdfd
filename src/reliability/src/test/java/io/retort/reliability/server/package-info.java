/** Servers and networks that a test may break. */
@NullMarked
package io.retort.reliability.server;

import org.jspecify.annotations.NullMarked;
