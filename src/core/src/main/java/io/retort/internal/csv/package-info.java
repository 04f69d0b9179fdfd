/**
 * Rows from CSV files.
 *
 * <p>{@link io.retort.internal.csv.CsvFile} reads a file next to a revision, whose rows are then a part of the
 * revision. Imports: {@code operation} and {@code error}.
 */
@NullMarked
package io.retort.internal.csv;

import org.jspecify.annotations.NullMarked;
