/**
 * An entity for each common kind of mapping: types, ids, inheritance, relations, constraints, names.
 *
 * <p>{@link io.retort.diff.models.kitchensink.KitchenSink} lists them. Hibernate can create all of the common list on
 * PostgreSQL, MariaDB and H2. Features of a single product are in a separate list.
 */
package io.retort.diff.models.kitchensink;
