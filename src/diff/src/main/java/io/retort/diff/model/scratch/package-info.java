/**
 * The model as the database spells it: created in a throw-away place, read there, and gone.
 *
 * <p>{@link io.retort.diff.model.scratch.ScratchSchema} runs Hibernate's own statements where they disturb nobody - a
 * schema in a transaction that is rolled back, a database of its own, a private one in memory - and has the same inspector
 * read it that reads the live database. So two spellings of one thing never look like a change. What Hibernate itself
 * cannot create is reported with the database's words. Imports: Hibernate, {@code model.ddl}, {@code diff.inspect},
 * dialect, schema, error.
 */
@NullMarked
package io.retort.diff.model.scratch;

import org.jspecify.annotations.NullMarked;
