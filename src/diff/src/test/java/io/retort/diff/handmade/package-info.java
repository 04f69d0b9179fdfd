/**
 * Hand-made objects in a database, and whether they survive the revisions that are written for it. The oracle is the
 * product's own dump.
 */
@NullMarked
package io.retort.diff.handmade;

import org.jspecify.annotations.NullMarked;
