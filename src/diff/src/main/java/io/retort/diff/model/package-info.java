/**
 * What the entities ask for: Hibernate's boot-time metadata and what Retort makes of it.
 *
 * <p>The metadata comes from the application's own JPA configuration, so that naming strategies, converters, custom types
 * and everything else that shapes a schema count. It is captured before Hibernate builds a session factory: no DDL can
 * run, whatever the application's settings say. This is the only package that imports Hibernate; it knows nothing of
 * Spring.
 */
@NullMarked
package io.retort.diff.model;

import org.jspecify.annotations.NullMarked;
