/**
 * What a rename takes along.
 *
 * <p>A table is named by the foreign keys of others, a column by its own table's constraints and indexes as well; databases
 * let all of them follow, and so must the schema that is kept as a value. Conditions, computed columns and expressions of
 * indexes are text: the names in them follow too. Works on nouns only, so operations of any sort can use it. Imports: schema.
 */
@NullMarked
package io.retort.operation.rename;

import org.jspecify.annotations.NullMarked;
