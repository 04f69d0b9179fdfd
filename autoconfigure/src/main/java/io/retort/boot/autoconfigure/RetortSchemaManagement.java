package io.retort.boot.autoconfigure;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Reports Retort's databases as managed, so that Spring Boot does not let Hibernate create the schema of an embedded
 * database.
 */
final class RetortSchemaManagement implements SchemaManagementProvider {

    private final Iterable<RetortUnits> units;

    RetortSchemaManagement(Iterable<RetortUnits> units) {
        this.units = units;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        for (RetortUnits some : units) {
            for (RetortUnit unit : some.all()) {
                if (unit.database().usesDataSource(dataSource)) {
                    return SchemaManagement.MANAGED;
                }
            }
        }
        return SchemaManagement.UNMANAGED;
    }
}
