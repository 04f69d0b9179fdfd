/**
 * Connections that work in one schema of many.
 *
 * <p>A connection is switched to the schema of a tenant when it is borrowed and switched back when it is returned. A
 * connection that cannot be switched back is closed, so that a pool never lends it to another tenant. Imports: {@code
 * session}, {@code dialect} and {@code error}.
 */
@NullMarked
package io.retort.internal.tenant;

import org.jspecify.annotations.NullMarked;
