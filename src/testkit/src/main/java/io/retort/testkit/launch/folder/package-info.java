/**
 * The folders of servers: created once, shared by all JVMs of a user, and copied for each start.
 *
 * <p>A {@link io.retort.testkit.launch.folder.SharedFolder} is either complete or does not exist, even if several JVMs
 * request it or one of them is killed. A server writes to a copy in a
 * {@link io.retort.testkit.launch.folder.DataFolder}, which is deleted with it. This package imports no other package
 * of Retort.
 */
@NullMarked
package io.retort.testkit.launch.folder;

import org.jspecify.annotations.NullMarked;
