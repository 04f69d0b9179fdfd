package io.retort.diff.internal.model;

import javax.sql.DataSource;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's metadata of a persistence unit.
 *
 * <p>Columns, including those of keys, are sorted as Hibernate's own schema creation sorts them in an application. By
 * default this is a space-saving order.
 *
 * @param unit the name of the persistence unit
 * @param metadata the metadata; its service registry remains open until the process ends
 * @param dataSource the data source of the persistence unit; null if it declares none
 */
public record CapturedMetadata(
        String unit, MetadataImplementor metadata, @Nullable DataSource dataSource) {

    /** Sorts the columns, except for dialects that cannot sort identity columns. */
    public CapturedMetadata {
        // after an integer column, Hibernate then writes an identity column without a type (SQLite), and its ids remain
        // null
        if (metadata.getDatabase().getDialect().getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
            metadata.orderColumns(true);
        }
    }
}
