/**
 * The entities of an application as values, and as Java source code.
 *
 * <p>{@link io.retort.fuzz.model.Model} contains all declarations at one point in time. Entities and attributes have
 * uids that a rename keeps, so that two models can be compared. Imports: nothing of Retort.
 */
@NullMarked
package io.retort.fuzz.model;

import org.jspecify.annotations.NullMarked;
