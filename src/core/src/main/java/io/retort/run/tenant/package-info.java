/**
 * Connections that work in the schema of one tenant.
 *
 * <p>The current schema is changed when a connection is opened, and restored when it is closed, so that a pool gets it
 * back unchanged. A connection that cannot be restored is aborted. This package can import {@code dialect} and what
 * {@code run} can import.
 */
@NullMarked
package io.retort.run.tenant;

import org.jspecify.annotations.NullMarked;
