/**
 * Java types and values of columns: the type, the constants of an enum, and the results of converters.
 *
 * <p>{@link io.retort.diff.model.JavaColumns} reads them from Hibernate's metadata. The questions use the values.
 * Imports: nothing.
 */
@NullMarked
package io.retort.diff.model.javatype;

import org.jspecify.annotations.NullMarked;
