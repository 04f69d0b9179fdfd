package io.retort.boot.autoconfigure;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Another migration tool in the same application: Flyway or Liquibase.
 *
 * @param name the tool's name in messages
 * @param className the class of the tool's bean
 * @param property the property that disables the tool
 */
record OtherMigrationTools(String name, String className, String property) {

    private static final List<OtherMigrationTools> KNOWN = List.of(
            new OtherMigrationTools("Flyway", "org.flywaydb.core.Flyway", "spring.flyway.enabled"),
            new OtherMigrationTools(
                    "Liquibase", "liquibase.integration.spring.SpringLiquibase", "spring.liquibase.enabled"));

    /**
     * Rejects another tool if the application has a single data source. With several data sources, it is not known
     * which tool uses which.
     *
     * @throws RetortException if there is another tool; the message contains the property that disables it
     */
    public static void refuse(ListableBeanFactory beans) {
        if (beans.getBeanNamesForType(DataSource.class, true, false).length > 1) {
            return;
        }
        find(beans).ifPresent(tool -> {
            throw new RetortException(
                    tool.name + " also manages the schema of this application.",
                    Advice.of(
                            "Set " + tool.property + "=false, or remove " + tool.name
                                    + " from the class path. A base that ",
                            Advice.command("adopt"),
                            " writes takes over what " + tool.name + " has created. To run both for a while, first "
                                    + tool.name
                                    + " and then Retort, set ",
                            Advice.setting("allow-other-tools", "true"),
                            ". To let " + tool.name + " run all migrations, and Retort write them, set ",
                            Advice.setting("revision.format", tool.name.toLowerCase(Locale.ROOT)),
                            "."));
        });
    }

    /** Returns the name of another tool, if the application has one. */
    static Optional<String> present(ListableBeanFactory beans) {
        return find(beans).map(OtherMigrationTools::name);
    }

    /**
     * Returns the name of the tool that runs all migrations of the application, as the format of new revisions says.
     *
     * @param format the format; null for the default
     */
    static Optional<String> running(@Nullable String format) {
        return KNOWN.stream()
                .map(OtherMigrationTools::name)
                .filter(name -> name.equalsIgnoreCase(format == null ? "" : format.strip()))
                .findFirst();
    }

    private static Optional<OtherMigrationTools> find(ListableBeanFactory beans) {
        return KNOWN.stream().filter(tool -> tool.isIn(beans)).findFirst();
    }

    private boolean isIn(ListableBeanFactory beans) {
        ClassLoader loader = OtherMigrationTools.class.getClassLoader();
        return ClassUtils.isPresent(className, loader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(className, loader), true, false).length > 0;
    }
}
