/**
 * Asking a database about its sessions, and setting this one up for a while.
 *
 * <p>{@link io.retort.run.session.Questions} sends the queries of {@link io.retort.dialect.Sessions} and reads an
 * {@link io.retort.run.session.OtherSession} from each row. {@link io.retort.run.session.SessionSettings} sets a connection
 * for a run and gives it back as it was. Imports: dialect, error.
 */
@NullMarked
package io.retort.run.session;

import org.jspecify.annotations.NullMarked;
