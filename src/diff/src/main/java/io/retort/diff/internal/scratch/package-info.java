/**
 * Creates the model in a temporary schema and reads it back as the database spells it.
 *
 * <p>{@link io.retort.diff.internal.scratch.ScratchSchema} runs Hibernate's own statements where they affect nothing else:
 * in a schema of a transaction that is rolled back, in a scratch database, or in a private in-memory database. The
 * inspector that reads the live database reads it as well, so a difference in spelling cannot look like a change. What
 * Hibernate cannot create is reported with the error of the database. Imports: Hibernate, {@code model.ddl},
 * {@code diff.inspect}, dialect, schema, error.
 */
@NullMarked
package io.retort.diff.internal.scratch;

import org.jspecify.annotations.NullMarked;
