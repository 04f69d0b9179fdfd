package io.retort.boot.autoconfigure;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Tells Spring Boot that somebody looks after the schema, so that it does not let Hibernate create an embedded one. */
final class RetortSchemaManagement implements SchemaManagementProvider {

    private final Iterable<RetortDatabase> databases;

    RetortSchemaManagement(Iterable<RetortDatabase> databases) {
        this.databases = databases;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        for (RetortDatabase database : databases) {
            if (database.isBehind(dataSource)) {
                return SchemaManagement.MANAGED;
            }
        }
        return SchemaManagement.UNMANAGED;
    }
}
