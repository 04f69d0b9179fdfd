/**
 * Judges the pending steps of a plan. The lint rules of the product are applied to each operation. What no session
 * notices because of the size of the table is left out, and so is what a waiver accepts. Hand-written SQL is read as
 * far as its form is known. Imports: {@code internal.lint.rule}, {@code lint}, {@code run}, {@code dialect},
 * {@code operation}, {@code schema}, {@code sql}, {@code internal.sql} and {@code internal.state}.
 */
@NullMarked
package io.retort.internal.lint;

import org.jspecify.annotations.NullMarked;
