/**
 * What happens to a unit on application start: upgrade, verification or waiting for another instance. It also decides
 * which part of an upgrade is deferred until the application is ready.
 *
 * <p>Each start logs one line about its result. May import units with their settings, the listeners that log and
 * observe runs, core's façade and Spring.
 */
@NullMarked
package io.retort.boot.autoconfigure.start;

import org.jspecify.annotations.NullMarked;
