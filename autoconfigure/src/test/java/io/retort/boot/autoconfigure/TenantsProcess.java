package io.retort.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application that upgrades the databases of its tenants in a process of its own. */
final class TenantsProcess {

    private static final int EACH = 4;

    private TenantsProcess() {}

    /** @param arguments the folder of the revisions, and name, URL, user and password of each tenant */
    public static void main(String[] arguments) {
        Map<String, DataSource> tenants = new LinkedHashMap<>();
        for (int i = 1; i < arguments.length; i += EACH) {
            tenants.put(
                    arguments[i], new DriverManagerDataSource(arguments[i + 1], arguments[i + 2], arguments[i + 3]));
        }
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("retort.locations", "file:" + arguments[0])));
            DataSource first = tenants.values().iterator().next();
            context.registerBean("directory", DataSource.class, () -> first);
            context.registerBean(TenantDatabases.class, () -> () -> tenants);
            context.register(Application.class);
            context.refresh();
        }
    }

    @ImportAutoConfiguration(RetortAutoConfiguration.class)
    static final class Application {}
}
