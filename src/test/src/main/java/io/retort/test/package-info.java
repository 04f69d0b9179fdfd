/**
 * Tests of an application's own revisions, for JUnit.
 *
 * <p>{@link io.retort.test.RetortTest} on a test method runs what every history must keep; {@link io.retort.test.MigrationRun}
 * takes a database to a revision, lets a test put rows in, and takes it on. Both take the database down to the base and up
 * again, so that they refuse a database that somebody may want to keep. May import JUnit, Spring's tests, core and
 * {@code io.retort.diff}.
 */
@NullMarked
package io.retort.test;

import org.jspecify.annotations.NullMarked;
