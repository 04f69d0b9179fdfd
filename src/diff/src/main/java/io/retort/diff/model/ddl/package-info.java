/**
 * Hibernate's own DDL for the entities, and the names in it.
 *
 * <p>Hibernate's dialect knows how to create everything that a mapping asks for; {@link io.retort.diff.model.ddl.ModelDdl}
 * calls its exporters one by one, with schemas put in the place of others where that is wished, so that the same
 * statements can run somewhere private. {@link io.retort.diff.model.ddl.ModelNames} turns Hibernate's names into the
 * typed names of a snapshot. Nothing here runs a statement. Imports: Hibernate, schema, dialect.
 */
@NullMarked
package io.retort.diff.model.ddl;

import org.jspecify.annotations.NullMarked;
