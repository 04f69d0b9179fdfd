/**
 * Short marks by which long texts are told apart.
 *
 * <p>What a migration says, what a catalog says, and whose lock it is: each is kept as a {@link io.retort.sum.Sum} where the
 * text itself would be too long. A sum finds accidents; it is no seal against somebody who wants to deceive, who could write
 * into the table of revisions anyway. This package imports nothing of ours.
 */
@NullMarked
package io.retort.sum;

import org.jspecify.annotations.NullMarked;
