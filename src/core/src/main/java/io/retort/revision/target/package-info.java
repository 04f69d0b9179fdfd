/**
 * The one grammar of what people type to name a place in the history: {@code head}, {@code ae10-1},
 * {@code billing@+1}, {@code a:b}.
 *
 * <p>This package only takes text apart; it knows no history. What the parts mean is decided by {@code revision.plan}, so that
 * every command reads a target in the same way. Imports nothing of ours.
 */
@NullMarked
package io.retort.revision.target;

import org.jspecify.annotations.NullMarked;
