package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.source.RevisionSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds out whether an application has beans that customize a start. It iterates over all beans once, because a lookup
 * for each type would take many times as long.
 */
final class StandardBeans {

    private static final List<String> OTHER_TOOLS = List.of("org.flywaydb.", "liquibase.");

    private final ConfigurableListableBeanFactory beans;
    private final String configuration;
    private final List<Class<?>> ours;

    /**
     * Creates the search.
     *
     * @param beans the application's bean factory
     * @param configuration the class name of the configuration that declares Retort's own beans
     * @param others bean types, besides those listed here, that Retort itself does not declare
     */
    StandardBeans(ConfigurableListableBeanFactory beans, String configuration, List<Class<?>> others) {
        this.beans = beans;
        this.configuration = configuration;
        this.ours = new ArrayList<>(others);
        ours.add(Retort.class);
        ours.add(RetortDatabase.class);
        ours.add(RetortConnectionDetails.class);
        ours.add(RevisionSource.class);
        ours.add(TenantSchemas.class);
        ours.add(TenantDatabases.class);
    }

    /**
     * Returns the name of the only data source, or null if the application has no data source, if there are several, or if the application
     * customizes the start.
     */
    @Nullable
    String onlyDataSource() {
        String found = null;
        for (Iterator<String> names = beans.getBeanNamesIterator(); names.hasNext(); ) {
            String name = names.next();
            Class<?> type = beans.getType(name, false);
            if (type == null || takesPart(name, type)) {
                return null;
            }
            if (DataSource.class.isAssignableFrom(type)) {
                if (found != null) {
                    return null;
                }
                found = name;
            }
        }
        return found;
    }

    private boolean takesPart(String name, Class<?> type) {
        for (Class<?> one : ours) {
            if (one.isAssignableFrom(type)) {
                return !isOfConfiguration(name);
            }
        }
        for (String tool : OTHER_TOOLS) {
            if (type.getName().startsWith(tool)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfConfiguration(String name) {
        return beans.containsBeanDefinition(name)
                && configuration.equals(beans.getBeanDefinition(name).getFactoryBeanName());
    }
}
