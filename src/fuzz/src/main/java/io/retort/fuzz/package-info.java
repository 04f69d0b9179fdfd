/**
 * A fuzzer for migrations, similar to SQLsmith and SQLancer for databases.
 *
 * <p>{@link io.retort.fuzz.FuzzRun} runs generated stories, shrinks those that fail, and counts the results.
 * {@link io.retort.fuzz.KnownDefects} lists the open defects; a story that fails because of one is counted separately.
 * docs/testing.md explains how to run it. Imports: the packages below.
 */
@NullMarked
package io.retort.fuzz;

import org.jspecify.annotations.NullMarked;
