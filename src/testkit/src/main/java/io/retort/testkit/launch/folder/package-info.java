/**
 * The folders that servers run from: made once, shared by all JVMs of a user, copied for each start.
 *
 * <p>A {@link io.retort.testkit.launch.folder.SharedFolder} is either complete or not there, however many JVMs ask for it at
 * once and wherever one is killed. What a server writes goes into a copy that is deleted with it. Imports nothing of ours.
 */
@NullMarked
package io.retort.testkit.launch.folder;

import org.jspecify.annotations.NullMarked;
