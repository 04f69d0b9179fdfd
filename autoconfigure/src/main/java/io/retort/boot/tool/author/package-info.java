/**
 * Commands that compare entities with the database and write revisions.
 *
 * <p>They need retort-diff: a Maven goal adds it to the class path, a packaged application has it only as an explicit
 * dependency. Each command converts its options into a request, passes it to {@link io.retort.diff.author.Authoring}
 * and prints the result. May import boot.tool, core, diff and Spring.
 */
@NullMarked
package io.retort.boot.tool.author;

import org.jspecify.annotations.NullMarked;
