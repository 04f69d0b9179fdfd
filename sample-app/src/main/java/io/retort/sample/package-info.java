/**
 * Willow Lane, a small veterinary clinic: the sample application for Retort.
 *
 * <p>There is one package for each part of the clinic. Imports go one way: {@code client}, {@code staff} and
 * {@code pharmacy} are independent of each other, and {@code visit} imports all three. {@code home}, {@code history}
 * and {@code demo} are imported by no package. Nothing here creates a table: the schema belongs to the revisions in
 * {@code db.revisions}.
 */
@NullMarked
package io.retort.sample;

import org.jspecify.annotations.NullMarked;
