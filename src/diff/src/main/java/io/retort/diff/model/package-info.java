/**
 * The schema that the entities map to, read from Hibernate's boot-time metadata.
 *
 * <p>The metadata comes from the application's own JPA configuration, so that naming strategies, converters, custom
 * types and everything else that affects the schema apply. It is captured before Hibernate builds a session factory, so
 * no DDL can run, whatever the application's settings are. Apart from Hibernate's {@code Metadata}, which the entry
 * point passes on, only this package and its subpackages import Hibernate. They do not import Spring.
 */
@NullMarked
package io.retort.diff.model;

import org.jspecify.annotations.NullMarked;
