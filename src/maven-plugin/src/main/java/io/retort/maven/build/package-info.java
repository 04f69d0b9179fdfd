/**
 * Brings the classes of the project up to date: runs the build's lifecycle up to {@code process-classes}, unless nothing has
 * changed since the last run.
 *
 * <p>{@code CompiledProject} decides; {@code BuildSettings}, {@code FileStates} and {@code BuildPlan} say what the decision
 * depends on, and {@code BuildState} is what the last run recorded. In doubt, the lifecycle runs. May import Maven; imported by
 * the goals.
 */
@NullMarked
package io.retort.maven.build;

import org.jspecify.annotations.NullMarked;
