/**
 * Demo data, so that the pages have something to show.
 *
 * <p>It is written once, into an empty database; {@code clinic.demo-data=false} turns it off. No package imports this
 * package.
 */
@NullMarked
package io.retort.sample.demo;

import org.jspecify.annotations.NullMarked;
