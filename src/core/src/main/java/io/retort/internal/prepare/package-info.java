/**
 * Steps before they run: statements, checksums and validation.
 *
 * <p>{@link io.retort.internal.prepare.StepPreparation} asks every migration of a plan for its operations and every
 * operation for its statements before anything runs. A migration that cannot be loaded or reversed fails here. {@link
 * io.retort.internal.prepare.Checksum} identifies the content of a revision, and {@link
 * io.retort.internal.prepare.ChecksumVerifier} finds applied revisions that were edited later. {@link
 * io.retort.internal.prepare.ConflictCheck} finds tables that several branches change. Imports: the API packages,
 * {@code internal.history}, {@code internal.database}, {@code internal.session}, {@code internal.sql}, {@code
 * internal.checksum} and {@code internal.text}.
 */
@NullMarked
package io.retort.internal.prepare;

import org.jspecify.annotations.NullMarked;
