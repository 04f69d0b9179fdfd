/**
 * A team's conventions for revision files: their names, the time zone of their times, and the commands to run on them.
 *
 * <p>{@link io.retort.diff.author.convention.Conventions} combines them. Each part validates its setting on creation,
 * not when a file is written. Only {@link io.retort.diff.author.convention.Hook} has a side effect: it starts a
 * process. Apart from {@code error}, this package imports nothing of Retort.
 */
@NullMarked
package io.retort.diff.author.convention;

import org.jspecify.annotations.NullMarked;
