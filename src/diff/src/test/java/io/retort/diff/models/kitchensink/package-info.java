/**
 * One entity for each common way to map something: types, ids, inheritance, relations, constraints, names.
 *
 * <p>{@link io.retort.diff.models.kitchensink.KitchenSink} lists them. Everything in the common list can be created on
 * PostgreSQL, MariaDB and H2 by Hibernate itself; what only one of them can is in a list of its own.
 */
package io.retort.diff.models.kitchensink;
