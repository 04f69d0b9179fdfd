/**
 * A generator of evolution stories: what SQLsmith and SQLancer do for databases, for migrations.
 *
 * <p>{@link io.retort.fuzz.FuzzRun} runs many stories, shrinks those that fail, and counts. {@link io.retort.fuzz.KnownDefects}
 * lists the open defects; a story that fails with one of them is counted by itself. docs/testing.md says how to run it. Imports:
 * the packages below.
 */
@NullMarked
package io.retort.fuzz;

import org.jspecify.annotations.NullMarked;
