/**
 * What Java knows of the value of a column: a type, the constants of an enum, what a converter makes of them.
 *
 * <p>Hibernate's metadata is read by {@link io.retort.diff.model.JavaColumns}; questions read the values here. Imports:
 * nothing.
 */
@NullMarked
package io.retort.diff.model.javatype;

import org.jspecify.annotations.NullMarked;
