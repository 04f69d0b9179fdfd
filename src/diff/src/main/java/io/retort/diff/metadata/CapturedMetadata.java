package io.retort.diff.metadata;

import javax.sql.DataSource;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's metadata of a persistence unit.
 *
 * <p>Columns, including those of keys, are sorted as Hibernate's own schema creation sorts them in an application. By
 * default this is a space-saving order.
 */
public final class CapturedMetadata {

    private final String unit;
    private final MetadataImplementor metadata;
    private final @Nullable DataSource dataSource;
    private final @Nullable String withoutDatabase;

    /**
     * Creates metadata whose columns are sorted, except for dialects that cannot sort identity columns.
     *
     * @param unit the name of the persistence unit
     * @param metadata the metadata; its service registry remains open until the process ends
     * @param dataSource the data source of the persistence unit; null if it declares none
     * @param withoutDatabase why the metadata was built without the database; null if it was built with it
     */
    public CapturedMetadata(
            String unit,
            MetadataImplementor metadata,
            @Nullable DataSource dataSource,
            @Nullable String withoutDatabase) {
        // after an integer column, Hibernate then writes an identity column without a type (SQLite), and its ids remain
        // null
        if (metadata.getDatabase().getDialect().getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
            metadata.orderColumns(true);
        }
        this.unit = unit;
        this.metadata = metadata;
        this.dataSource = dataSource;
        this.withoutDatabase = withoutDatabase;
    }

    public String unit() {
        return unit;
    }

    public MetadataImplementor metadata() {
        return metadata;
    }

    public @Nullable DataSource dataSource() {
        return dataSource;
    }

    public @Nullable String withoutDatabase() {
        return withoutDatabase;
    }

    /** Creates metadata that was built with the database. */
    public CapturedMetadata(String unit, MetadataImplementor metadata, @Nullable DataSource dataSource) {
        this(unit, metadata, dataSource, null);
    }

    /**
     * Returns a copy that was built without the database.
     *
     * @param reason why
     */
    public CapturedMetadata withoutDatabase(String reason) {
        return new CapturedMetadata(unit, metadata, dataSource, reason);
    }
}
