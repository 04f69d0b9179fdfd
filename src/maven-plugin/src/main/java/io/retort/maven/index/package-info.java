/**
 * What happens to an application's revisions while it is packaged.
 *
 * <p>The work is done by the application's own version of Retort, in a class loader of its own: the plugin only says where
 * the classes are. May import Maven and nothing else of ours.
 */
@NullMarked
package io.retort.maven.index;

import org.jspecify.annotations.NullMarked;
