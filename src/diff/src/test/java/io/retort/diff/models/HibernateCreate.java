package io.retort.diff.models;

import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/** Hibernate's real schema creation, which is the oracle. */
public final class HibernateCreate {

    private HibernateCreate() {}

    /**
     * Creates the schema as an application with {@code ddl-auto=create} does. Its session factory sorts columns to save
     * space, including those of primary and foreign keys. The metadata keeps that order.
     */
    public static void runInPackedOrder(Metadata metadata) {
        ((MetadataImplementor) metadata).orderColumns(true);
        run(metadata);
    }

    /**
     * Creates the schema with the columns in the order of revisions. That order saves space, except on SQLite, where
     * Hibernate would otherwise omit the type of an identity column after an integer column.
     */
    public static void runInOrderOfRevisions(Metadata metadata) {
        if (metadata.getDatabase().getDialect().getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
            runInPackedOrder(metadata);
        } else {
            run(metadata);
        }
    }

    /** Hibernate's dialect for SQLite generates comments, which SQLite does not support. */
    private static boolean haltsOnError(Metadata metadata) {
        return metadata.getDatabase().getDialect().hasAlterTable();
    }

    /** Creates the schemas and their objects, in the database for which the metadata was built. */
    public static void run(Metadata metadata) {
        ServiceRegistry registry =
                ((MetadataImplementor) metadata).getMetadataBuildingOptions().getServiceRegistry();
        SchemaManagementToolCoordinator.process(
                metadata,
                registry,
                Map.of(
                        "jakarta.persistence.schema-generation.database.action", "create",
                        "hibernate.hbm2ddl.create_namespaces", "true",
                        "hibernate.hbm2ddl.halt_on_error", String.valueOf(haltsOnError(metadata))),
                action -> {});
    }
}
