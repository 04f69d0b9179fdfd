/** A live schema and how it is changed behind the entities' back, in each product's words. */
package io.retort.diff.faithful.live;
