/** Servers and networks that tests can break. */
@NullMarked
package io.retort.reliability.server;

import org.jspecify.annotations.NullMarked;
