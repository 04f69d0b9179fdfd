/**
 * JUnit support for tests of an application's revisions.
 *
 * <p>{@link io.retort.test.RetortTest} on a test method checks the migration history.
 * {@link io.retort.test.MigrationRun} upgrades to a revision, lets the test insert rows, and upgrades further. Both
 * downgrade the database to the base and upgrade it again, so the database must be disposable. {@code RetortTest}
 * refuses any other database; {@code MigrationRun} does not check. Imports: JUnit, Spring, {@code io.retort} and
 * {@code io.retort.diff}.
 */
@NullMarked
package io.retort.test;

import org.jspecify.annotations.NullMarked;
