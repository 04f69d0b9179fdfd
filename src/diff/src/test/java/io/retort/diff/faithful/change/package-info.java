/**
 * Changes of a model: each class holds the entities before and after, in classes whose names begin so, and what must be
 * found on the way from one to the other and on the way back. Entities that are called otherwise are there on both sides.
 */
package io.retort.diff.faithful.change;
