package io.retort.boot.autoconfigure;

import io.retort.error.RetortException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * The targets of a routing data source, by their lookup keys in alphabetical order. The default target is a tenant only if
 * it also has a key.
 */
final class RoutedDatabases implements TenantDatabases {

    private final AbstractRoutingDataSource routing;

    /**
     * @param routing the data source
     */
    RoutedDatabases(AbstractRoutingDataSource routing) {
        this.routing = routing;
    }

    @Override
    public Map<String, DataSource> dataSources() {
        Map<String, DataSource> databases = new TreeMap<>();
        routing.getResolvedDataSources().forEach((key, target) -> {
            if (databases.put(String.valueOf(key), target) != null) {
                throw new RetortException(
                        "Two lookup keys of the routing data source are both written \"" + key + "\".",
                        "Use keys with different texts, because Retort names tenants by their keys.");
            }
        });
        return databases;
    }
}
