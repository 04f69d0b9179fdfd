/**
 * The commands that compare entities with the database and write revisions.
 *
 * <p>They need retort-diff on the class path: a Maven goal brings it, a packaged application has it only if its pom says
 * so. Each command turns its words into a request, hands that to {@link io.retort.diff.author.Authoring}, and prints the
 * answer. May import boot.tool, core, diff and Spring.
 */
@NullMarked
package io.retort.boot.tool.author;

import org.jspecify.annotations.NullMarked;
