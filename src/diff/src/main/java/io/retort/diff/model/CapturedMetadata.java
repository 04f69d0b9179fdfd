package io.retort.diff.model;

import javax.sql.DataSource;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/**
 * What one persistence unit asks for. Columns, also those of keys, are put into the order in which Hibernate's own create
 * makes them in an application: by default the one in which rows take little space.
 *
 * @param unit the persistence unit's name
 * @param metadata Hibernate's description of it; its service registry stays open until the process ends
 * @param dataSource the database it is for, when the unit names one
 */
public record CapturedMetadata(
        String unit, MetadataImplementor metadata, @Nullable DataSource dataSource) {

    public CapturedMetadata {
        // behind an integer column Hibernate writes an identity column without a type then (SQLite): its ids stay null
        if (metadata.getDatabase().getDialect().getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
            metadata.orderColumns(true);
        }
    }
}
