/**
 * What a team has agreed on about its revision files: their names, the zone of their times, what runs on them.
 *
 * <p>{@link io.retort.diff.author.convention.Conventions} holds all of it, and each part refuses a setting that cannot be
 * meant when it is made, not when a file is written. A {@link io.retort.diff.author.convention.Hook} is the only part
 * with an effect: it starts a process. Of ours this package imports {@code error} only.
 */
@NullMarked
package io.retort.diff.author.convention;

import org.jspecify.annotations.NullMarked;
