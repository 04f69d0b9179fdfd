/**
 * The same work in many schemas, several at a time: each a tenant's, with a history of its own.
 *
 * <p>What is done in one schema is somebody else's; here is how many are worked on at once, what becomes of the others when
 * one fails, and what is said at the end. May import the front door, and no JDBC.
 */
@NullMarked
package io.retort.tenant;

import org.jspecify.annotations.NullMarked;
