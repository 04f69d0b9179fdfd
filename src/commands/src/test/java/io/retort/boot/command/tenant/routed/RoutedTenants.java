package io.retort.boot.command.tenant.routed;

import io.retort.boot.command.tenant.app.Invoice;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** An application with a database for each tenant, of which the routing data source selects the current one. */
@SpringBootApplication
@EntityScan(basePackageClasses = Invoice.class)
public class RoutedTenants {

    @Bean
    DataSource dataSource(Environment environment) {
        Map<Object, Object> targets = new LinkedHashMap<>();
        for (int i = 0; environment.containsProperty("test.tenant" + i + ".name"); i++) {
            String prefix = "test.tenant" + i + ".";
            targets.put(
                    environment.getRequiredProperty(prefix + "name"),
                    new DriverManagerDataSource(
                            environment.getRequiredProperty(prefix + "url"),
                            environment.getProperty("test.user", ""),
                            ""));
        }
        AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
            @Override
            protected @Nullable Object determineCurrentLookupKey() {
                return null;
            }
        };
        routing.setTargetDataSources(targets);
        return routing;
    }
}
