/**
 * Changes of a model. Each class contains the entities before and after, in classes whose names start with these words.
 * It also lists the operations that must be found in each direction. Entities with other names exist on both sides.
 *
 * <p>There is one package for each kind of change, and one file for each topic in it. The name of the package is the
 * first word of the name of a change. Every class in these packages is run.
 */
package io.retort.diff.faithful.change;
