/**
 * Shortcut for application starts without pending revisions.
 *
 * <p>An application in production starts a hundred times for each time it has a new revision. The index in its jar and
 * one query are enough to recognise such a start. Creating Retort's beans, reading a history and planning would take
 * longer than everything else. In any doubt the full start runs. May import properties, scanning, the types of Retort's
 * beans (to recognise them), core's databases and sources, and Spring.
 */
@NullMarked
package io.retort.boot.autoconfigure.settled;

import org.jspecify.annotations.NullMarked;
