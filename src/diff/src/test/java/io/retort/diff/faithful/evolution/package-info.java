/** A model in fourteen versions, each with its entities. */
package io.retort.diff.faithful.evolution;
