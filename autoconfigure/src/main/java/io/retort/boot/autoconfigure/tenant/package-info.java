/**
 * The tenants of a unit: which schemas they are, and how many are worked on at once.
 *
 * <p>The names come from a list, a query or a bean, and are asked for when they are needed, never while beans are made. What is
 * done in each schema is said elsewhere. May import the properties, Spring's JDBC and core.
 */
@NullMarked
package io.retort.boot.autoconfigure.tenant;

import org.jspecify.annotations.NullMarked;
