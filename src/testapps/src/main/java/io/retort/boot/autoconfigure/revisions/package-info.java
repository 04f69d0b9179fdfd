/**
 * The Java revisions of the shop.
 *
 * <p>They are part of the histories of tests, together with the SQL files in {@code history}. Expected output contains
 * their names and ids. May import what a revision file of a user imports: {@code io.retort.migration}.
 */
@NullMarked
package io.retort.boot.autoconfigure.revisions;

import org.jspecify.annotations.NullMarked;
