package io.retort.benchmarks.autogenerate;

import java.util.Map;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.jspecify.annotations.Nullable;

/** Hibernate's schema tool: {@code create}, or {@code validate}, which checks only columns and their types. */
final class HibernateTool implements AutogenerateContender {

    private final String action;
    private @Nullable MetadataImplementor metadata;

    HibernateTool(String action) {
        this.action = action;
    }

    @Override
    public void prepare(CountingSource source) throws Exception {
        metadata = HibernateEntities.bound(source);
    }

    @Override
    public int compare(CountingSource source) {
        if (metadata == null) {
            throw new IllegalStateException("not prepared");
        }
        SchemaManagementToolCoordinator.process(
                metadata,
                metadata.getMetadataBuildingOptions().getServiceRegistry(),
                Map.of("jakarta.persistence.schema-generation.database.action", action),
                done -> {});
        return 0;
    }
}
