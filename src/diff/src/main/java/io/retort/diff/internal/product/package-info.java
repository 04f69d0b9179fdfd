/**
 * The products with which entities can be compared.
 *
 * <p>{@link io.retort.diff.internal.product.ComparedProduct} is a service: one provider per product says how its schema is
 * read, where the model is created, and what a change does to views and triggers. Nothing else in this module names a
 * product. Imports: {@code inspect}, {@code scratch}, dialect, error.
 */
@NullMarked
package io.retort.diff.internal.product;

import org.jspecify.annotations.NullMarked;
