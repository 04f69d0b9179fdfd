/**
 * The tenants of a unit: their schemas and how many of them are processed in parallel.
 *
 * <p>The names come from a list, a query or a bean. They are read when they are needed, never while beans are created.
 * What runs in each schema is decided elsewhere. May import the properties, Spring's JDBC and core.
 */
@NullMarked
package io.retort.boot.autoconfigure.tenant;

import org.jspecify.annotations.NullMarked;
