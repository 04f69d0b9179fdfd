package io.retort.diff.model;

import javax.sql.DataSource;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/**
 * What one persistence unit asks for.
 *
 * @param unit the persistence unit's name
 * @param metadata Hibernate's description of it; its service registry stays open until the process ends
 * @param dataSource the database it is for, when the unit names one
 */
public record CapturedMetadata(
        String unit, MetadataImplementor metadata, @Nullable DataSource dataSource) {}
