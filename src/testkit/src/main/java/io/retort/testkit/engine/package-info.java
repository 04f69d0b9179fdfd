/**
 * How each database product creates and drops an empty database.
 *
 * <p>An {@link io.retort.testkit.engine.Engine} is one product at one location: a running server, or an engine inside
 * this JVM. It returns {@link io.retort.testkit.engine.Login}s and does not start servers. This package imports only
 * JDBC and the folders for data.
 */
@NullMarked
package io.retort.testkit.engine;

import org.jspecify.annotations.NullMarked;
