/**
 * Sessions of a database: their settings, their transactions, and how a connection waits for an answer.
 *
 * <p>{@link io.retort.internal.session.JdbcQueries} sends the queries of a product about its sessions. {@link
 * io.retort.internal.session.SessionIsolation} gives each revision the session state that the first one had. {@link
 * io.retort.internal.session.SessionSettings} changes settings for a run and restores them. The lock and the
 * execution of steps are built on this package. Imports: {@code run}, {@code dialect}, {@code operation} and {@code
 * error}.
 */
@NullMarked
package io.retort.internal.session;

import org.jspecify.annotations.NullMarked;
