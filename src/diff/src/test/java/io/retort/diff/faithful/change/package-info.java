/**
 * Changes of a model: each class holds the entities before and after, in classes whose names begin so, and what must be
 * found on the way from one to the other and on the way back. Entities that are called otherwise are there on both sides.
 *
 * <p>There is a room for each sort of change, and a file for each idea in it. The room's name is the first word of what a
 * change is called; whatever stands in a room is run.
 */
package io.retort.diff.faithful.change;
