/**
 * Operations as JSON objects, for programs that read what a command prints.
 *
 * <p>An object is a map whose values are strings, numbers, booleans, null, lists and maps; the caller writes it with a
 * JSON library of its own. The names are part of the JSON format that the documentation describes, so none is removed
 * or changes its meaning. Nothing here reads a database. May import operations and the schema.
 */
@NullMarked
package io.retort.internal.json;

import org.jspecify.annotations.NullMarked;
