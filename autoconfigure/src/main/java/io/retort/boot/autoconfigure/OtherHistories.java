package io.retort.boot.autoconfigure;

import io.retort.revision.AdoptionMark.Origin;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The history tables of Flyway and Liquibase, as the application's configuration of these tools names them.
 */
final class OtherHistories {

    private final Environment environment;

    /**
     * @param environment the application's properties
     */
    OtherHistories(Environment environment) {
        this.environment = environment;
    }

    /**
     * Returns the tables that are configured; a tool that is missing uses its default.
     *
     * @param tenants whether each tenant has the table in a schema of its own
     */
    Map<Origin, QualifiedName> tables(boolean tenants) {
        Map<Origin, QualifiedName> tables = new EnumMap<>(Origin.class);
        String flyway = first("spring.flyway.default-schema", "spring.flyway.schemas", "spring.flyway.schemas[0]");
        // Flyway quotes its names
        String quoted = flyway == null ? null : new Identifier(flyway.split(",")[0].strip(), true).typed();
        put(tables, Origin.FLYWAY, tenants ? null : quoted, first("spring.flyway.table"), "flyway_schema_history");
        put(
                tables,
                Origin.LIQUIBASE,
                tenants ? null : first("spring.liquibase.liquibase-schema", "spring.liquibase.default-schema"),
                first("spring.liquibase.database-change-log-table"),
                "DATABASECHANGELOG");
        return tables;
    }

    private static void put(
            Map<Origin, QualifiedName> tables,
            Origin tool,
            @Nullable String schema,
            @Nullable String table,
            String standard) {
        if (schema != null || table != null) {
            tables.put(tool, new QualifiedName(schema, table == null ? standard : table));
        }
    }

    private @Nullable String first(String... properties) {
        for (String property : properties) {
            String value = environment.getProperty(property);
            if (StringUtils.hasText(value)) {
                return value.strip();
            }
        }
        return null;
    }
}
