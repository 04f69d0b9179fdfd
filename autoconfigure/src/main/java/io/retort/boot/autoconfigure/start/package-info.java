/**
 * What happens to a unit when an application starts: it is upgraded, only verified, or waited for until another instance has
 * upgraded it; and what of an upgrade is put off until the application is ready.
 *
 * <p>Each start is told in one line of the log. May import units with their settings, what observes runs, core's façade and
 * Spring.
 */
@NullMarked
package io.retort.boot.autoconfigure.start;

import org.jspecify.annotations.NullMarked;
