package io.retort.boot.autoconfigure.conflict;

import io.retort.error.RetortException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Flyway or Liquibase in the same application.
 *
 * @param name what people call it
 * @param className the class of its bean
 * @param property what turns it off
 */
public record OtherTools(String name, String className, String property) {

    private static final List<OtherTools> KNOWN = List.of(
            new OtherTools("Flyway", "org.flywaydb.core.Flyway", "spring.flyway.enabled"),
            new OtherTools("Liquibase", "liquibase.integration.spring.SpringLiquibase", "spring.liquibase.enabled"));

    /**
     * Refuses another tool on the only data source of an application. With several data sources nobody can tell which tool
     * looks after which.
     *
     * @throws RetortException naming the tool and what turns it off
     */
    public static void refuse(ListableBeanFactory beans) {
        if (beans.getBeanNamesForType(DataSource.class, true, false).length > 1) {
            return;
        }
        find(beans).ifPresent(tool -> {
            throw new RetortException(
                    tool.name + " looks after the schema of this application too.",
                    "Set " + tool.property + "=false, or take " + tool.name + " off the class path. To run both for a"
                            + " while, first " + tool.name + " and then Retort, set retort.allow-other-tools=true.");
        });
    }

    private static Optional<OtherTools> find(ListableBeanFactory beans) {
        return KNOWN.stream().filter(tool -> tool.isIn(beans)).findFirst();
    }

    private boolean isIn(ListableBeanFactory beans) {
        ClassLoader loader = OtherTools.class.getClassLoader();
        return ClassUtils.isPresent(className, loader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(className, loader), true, false).length > 0;
    }
}
