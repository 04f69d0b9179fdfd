/**
 * Where the parts of comparing are put together: {@link io.retort.diff.EntityComparison}.
 *
 * <p>It reads the live schema, has the model built in a scratch schema, reads that in the same way, and lets the differ
 * decide. What a revision of ours has made is ours to drop; everything else that no entity knows is left alone. May
 * import everything in diff and core.
 */
@NullMarked
package io.retort.diff;

import org.jspecify.annotations.NullMarked;
