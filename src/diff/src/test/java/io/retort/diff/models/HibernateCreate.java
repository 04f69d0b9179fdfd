package io.retort.diff.models;

import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/** Hibernate's own {@code create}, for real: the oracle. */
public final class HibernateCreate {

    private HibernateCreate() {}

    /**
     * Creates as an application does that starts with {@code ddl-auto=create}: its session factory puts columns in an
     * order that saves space, also those of primary and foreign keys. The metadata keeps that order.
     */
    public static void runInPackedOrder(Metadata metadata) {
        ((MetadataImplementor) metadata).orderColumns(true);
        run(metadata);
    }

    /**
     * Creates in the order in which revisions are written: packed, but on SQLite, where Hibernate then leaves out the type of
     * an identity column that stands behind an integer column.
     */
    public static void runInOrderOfRevisions(Metadata metadata) {
        if (metadata.getDatabase().getDialect().getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
            runInPackedOrder(metadata);
        } else {
            run(metadata);
        }
    }

    /** The dialect of SQLite comments on things, which SQLite does not know. */
    private static boolean haltsOnError(Metadata metadata) {
        return metadata.getDatabase().getDialect().hasAlterTable();
    }

    /** Creates schemas and everything in them, in the database that the metadata was built on. */
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
