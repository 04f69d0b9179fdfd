package io.retort.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;

/** Hibernate's type names on a product, without a database. */
final class HibernateTypes implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("org.hibernate");

    private final StandardServiceRegistry registry;
    private final MetadataImplementor metadata;

    HibernateTypes(String product, int major, int minor) {
        LOG.setLevel(Level.WARNING);
        registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("jakarta.persistence.database-product-name", product)
                .applySetting("jakarta.persistence.database-major-version", String.valueOf(major))
                .applySetting("jakarta.persistence.database-minor-version", String.valueOf(minor))
                .build();
        MetadataSources sources = new MetadataSources(registry).addAnnotatedClass(EveryType.class);
        if (product.equals("PostgreSQL") || product.equals("H2")) {
            sources.addAnnotatedClass(EveryType.Interval.class);
        }
        metadata = (MetadataImplementor) sources.buildMetadata();
    }

    /** Returns the name of a JDBC type code in the product's dialect; null if it has none. */
    String name(int code, Size size) {
        DdlTypeRegistry types = metadata.getTypeConfiguration().getDdlTypeRegistry();
        return types.getDescriptor(code) == null ? null : types.getTypeName(code, size);
    }

    /** Returns the types of the columns of {@link EveryType}. */
    Map<String, String> columns() {
        Map<String, String> names = new LinkedHashMap<>();
        metadata.getEntityBindings()
                .forEach(entity -> entity.getTable()
                        .getColumns()
                        .forEach(column -> names.put(column.getName(), column.getSqlType(metadata))));
        return names;
    }

    @Override
    public void close() {
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
