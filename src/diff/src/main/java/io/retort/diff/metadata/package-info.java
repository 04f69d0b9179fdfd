/**
 * The entities that a comparison starts from: Hibernate's metadata of a persistence unit.
 *
 * <p>An application of Spring Boot needs nothing from here, because the goals capture the metadata. A plain Java
 * application builds it with Hibernate's {@code MetadataSources}. Imports: Hibernate only.
 */
@NullMarked
package io.retort.diff.metadata;

import org.jspecify.annotations.NullMarked;
