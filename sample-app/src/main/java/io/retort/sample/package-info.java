/**
 * Willow Lane, a small veterinary clinic: the application that shows how Retort is used.
 *
 * <p>One package per part of the clinic. Imports go one way: {@code client}, {@code staff} and {@code pharmacy} know
 * nothing of each other, {@code visit} brings them together, and {@code home}, {@code history} and {@code demo} stand at
 * the edge. Nothing here creates a table: the schema belongs to the revisions in {@code db.revisions}.
 */
@NullMarked
package io.retort.sample;

import org.jspecify.annotations.NullMarked;
