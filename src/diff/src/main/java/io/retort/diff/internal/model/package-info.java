/**
 * Hibernate's DDL for the entities, and the names in it.
 *
 * <p>{@link io.retort.diff.internal.model.ModelDdl} calls the exporters of Hibernate's dialect for each object. Schemas can
 * be redirected, so that the same statements run in a scratch schema. {@link io.retort.diff.internal.model.ModelNames}
 * converts Hibernate's names to those of a snapshot. Nothing here runs a statement. Imports: Hibernate, schema,
 * dialect.
 */
@NullMarked
package io.retort.diff.internal.model;

import org.jspecify.annotations.NullMarked;
