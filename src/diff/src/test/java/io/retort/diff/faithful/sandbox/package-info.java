/** A database with a history that is written as it goes, in memory. */
package io.retort.diff.faithful.sandbox;
