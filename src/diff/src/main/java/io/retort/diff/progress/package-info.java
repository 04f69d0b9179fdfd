/**
 * How far a comparison is: its stages, and the position within a stage.
 *
 * <p>The stages of a comparison have no common unit, so each counts its own. What is shown of them is decided by who asked
 * for the comparison. May import the JDK only.
 */
@NullMarked
package io.retort.diff.progress;

import org.jspecify.annotations.NullMarked;
