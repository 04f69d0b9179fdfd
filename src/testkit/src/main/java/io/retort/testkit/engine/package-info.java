/**
 * How each database product makes a fresh, empty database and drops it again.
 *
 * <p>An {@link io.retort.testkit.engine.Engine} is one product at one place: a server that is already running, or the
 * engine that runs inside this JVM. It hands out {@link io.retort.testkit.engine.Login}s and knows nothing about how a
 * server was started. This package imports JDBC only.
 */
@NullMarked
package io.retort.testkit.engine;

import org.jspecify.annotations.NullMarked;
