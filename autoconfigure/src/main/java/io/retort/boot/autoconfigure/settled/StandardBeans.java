package io.retort.boot.autoconfigure.settled;

import io.retort.Retort;
import io.retort.boot.autoconfigure.connect.RetortConnectionDetails;
import io.retort.boot.autoconfigure.tenant.TenantSchemas;
import io.retort.boot.autoconfigure.unit.RetortDatabase;
import io.retort.run.source.RevisionSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds out whether an application brings anything of its own that takes part in a start: then Retort's own beans are not all
 * there is. Goes through its beans once; to ask for each type by itself would take as often as long.
 */
final class StandardBeans {

    private static final List<String> OTHER_TOOLS = List.of("org.flywaydb.", "liquibase.");

    private final ConfigurableListableBeanFactory beans;
    private final String configuration;
    private final List<Class<?>> ours;

    /**
     * @param configuration the name of the configuration whose beans are Retort's own
     * @param others types besides those below, of which Retort has no bean
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
    }

    /** The name of the only data source; null if there are several or none, or the application takes part. */
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
