/**
 * Sends single statements.
 *
 * <p>A {@link io.retort.run.send.StatementSender} runs Java code on a guarded connection, applies time limits to SQL,
 * and checks the number of changed rows. It also takes care of concurrent index builds: it drops the remains of an
 * earlier attempt, and refuses an invalid index. Retries are up to the caller. This package imports
 * {@code run.patience}, {@code run.session}, {@code operation}, {@code dialect} and {@code sql}.
 */
@NullMarked
package io.retort.run.send;

import org.jspecify.annotations.NullMarked;
