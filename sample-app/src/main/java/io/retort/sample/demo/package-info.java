/**
 * A first day's data, so that the pages have something to show.
 *
 * <p>It is written once, into an empty clinic; {@code clinic.demo-data=false} keeps the clinic empty. Nothing imports
 * this package.
 */
@NullMarked
package io.retort.sample.demo;

import org.jspecify.annotations.NullMarked;
