/**
 * The revision history of the clinic's database as a web page.
 *
 * <p>It shows the status that Retort reports, also for an empty history. This package imports nothing else of the
 * clinic, and no package imports it.
 */
@NullMarked
package io.retort.sample.history;

import org.jspecify.annotations.NullMarked;
