/**
 * Queries about sessions, and temporary settings of the session that runs the migration.
 *
 * <p>{@link io.retort.run.session.Questions} sends the queries of {@link io.retort.dialect.Sessions} and reads an
 * {@link io.retort.run.session.OtherSession} from each row. {@link io.retort.run.session.SessionSettings} changes
 * settings for a run and restores them. This package imports {@code dialect} and {@code error}.
 */
@NullMarked
package io.retort.run.session;

import org.jspecify.annotations.NullMarked;
