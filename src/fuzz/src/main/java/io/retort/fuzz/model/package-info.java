/**
 * The entities of an application as values, and as Java source text.
 *
 * <p>{@link io.retort.fuzz.model.Model} holds everything that is declared at one moment. Entities and attributes have uids that
 * stay the same when they are renamed, so that two models can be compared. Imports: nothing of ours.
 */
@NullMarked
package io.retort.fuzz.model;

import org.jspecify.annotations.NullMarked;
