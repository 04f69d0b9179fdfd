/** A live schema, and how it is changed directly in the database, in the SQL of each product. */
package io.retort.diff.faithful.live;
