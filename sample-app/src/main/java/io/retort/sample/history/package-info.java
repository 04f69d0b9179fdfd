/**
 * The history of the database that the clinic runs on, as a page.
 *
 * <p>It reads the table in which Retort notes what it applied, and says so when there is none yet. This package imports
 * nothing else of the clinic, and nothing imports it.
 */
@NullMarked
package io.retort.sample.history;

import org.jspecify.annotations.NullMarked;
