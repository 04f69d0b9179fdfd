package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.properties.StartMode;
import io.retort.boot.internal.scan.DigestSearch;
import io.retort.internal.database.ConnectionDescription;
import io.retort.internal.database.UpToDateCheck;
import io.retort.internal.history.HistorySummary;
import io.retort.internal.history.IndexDigest;
import io.retort.revision.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Shortcut for the usual start in production: default beans, a jar with an index, and a database that is up to date.
 *
 * <p>It needs a dozen classes and one query, and creates no bean of Retort. In any doubt it leaves the start to
 * {@link io.retort.boot.autoconfigure.UnitStartup}. It must therefore never skip a start that would fail or log a
 * warning there.
 */
final class UpToDateShortcut {

    private final ConfigurableApplicationContext application;
    private final RetortProperties properties;
    private final StandardBeans beans;

    /**
     * Creates the shortcut for an application.
     *
     * @param application the application context that starts
     * @param properties Retort's properties
     * @param configuration the class name of the configuration that declares Retort's own beans
     * @param others further bean types with which an application customizes a start
     */
    public UpToDateShortcut(
            ConfigurableApplicationContext application,
            RetortProperties properties,
            String configuration,
            List<Class<?>> others) {
        this.application = application;
        this.properties = properties;
        this.beans = new StandardBeans(application.getBeanFactory(), configuration, others);
    }

    /** Returns the database and its revision as text if there is nothing to do, or null if the full start must run. */
    public @Nullable String look() {
        if (application.getParent() != null || !isStandard()) {
            return null;
        }
        IndexDigest digest = new DigestSearch(properties.getLocations()).in(application);
        if (digest == null) {
            return null;
        }
        String dataSource = beans.onlyDataSource();
        return dataSource == null ? null : look(digest.summary(), application.getBean(dataSource, DataSource.class));
    }

    private boolean isStandard() {
        return properties.getMode() == StartMode.UPGRADE
                && Target.parse(properties.getTarget()).isWholeHistory()
                && properties.getUrl() == null
                && properties.getUser() == null
                && properties.getUnits().isEmpty()
                && !properties.getTenants().areConfigured();
    }

    /** A failure to connect is ignored here, because the full start meets and reports it. */
    private @Nullable String look(HistorySummary summary, DataSource source) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                return new UpToDateCheck(
                                        UnitSettings.ofTheOnlyUnit(properties).table(),
                                        summary.ids(),
                                        summary.squashes())
                                .isComplete(connection)
                        ? ConnectionDescription.of(connection) + " at " + summary.describe()
                        : null;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException refused) {
            return null;
        }
    }
}
