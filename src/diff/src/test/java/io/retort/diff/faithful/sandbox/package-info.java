/** A database with an in-memory history. */
package io.retort.diff.faithful.sandbox;
