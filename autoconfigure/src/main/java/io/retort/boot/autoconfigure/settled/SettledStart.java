package io.retort.boot.autoconfigure.settled;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.properties.StartMode;
import io.retort.boot.autoconfigure.scan.DigestSearch;
import io.retort.boot.autoconfigure.unit.UnitSettings;
import io.retort.run.database.Census;
import io.retort.run.database.Place;
import io.retort.run.source.Outline;
import io.retort.run.source.index.IndexDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The usual start of an application in production: it leaves everything to Retort, is packaged with an index, and its
 * database has all revisions.
 *
 * <p>That this is so is found out with a dozen classes and one query, and no bean of Retort's is made. Whatever is in doubt is
 * left to {@link io.retort.boot.autoconfigure.start.UnitStart}, which does the same at length; so nothing may be settled here
 * that would fail there, or be told there.
 */
public final class SettledStart {

    private final ConfigurableApplicationContext application;
    private final RetortProperties properties;
    private final StandardBeans beans;

    /**
     * @param configuration the name of the configuration whose beans are Retort's own
     * @param others types of beans by which an application takes part in a start
     */
    public SettledStart(
            ConfigurableApplicationContext application,
            RetortProperties properties,
            String configuration,
            List<Class<?>> others) {
        this.application = application;
        this.properties = properties;
        this.beans = new StandardBeans(application.getBeanFactory(), configuration, others);
    }

    /** Where the database is, in words, if there is nothing to do; null if that takes a closer look. */
    public @Nullable String look() {
        if (application.getParent() != null || !isStandard()) {
            return null;
        }
        IndexDigest digest = new DigestSearch(properties.getLocations()).in(application);
        String dataSource = digest == null ? null : beans.onlyDataSource();
        return dataSource == null ? null : look(digest.outline(), application.getBean(dataSource, DataSource.class));
    }

    private boolean isStandard() {
        String target = properties.getTarget();
        return properties.getMode() == StartMode.UPGRADE
                && (target.equals("head") || target.equals("heads"))
                && properties.getUrl() == null
                && properties.getUser() == null
                && properties.getUnits().isEmpty()
                && !properties.getTenants().areSaid();
    }

    /** A connection that fails is met again by whoever looks closely, and told of there. */
    private @Nullable String look(Outline outline, DataSource source) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                return new Census(UnitSettings.ofTheOnlyUnit(properties).table(), outline.ids()).isComplete(connection)
                        ? Place.of(connection) + " at " + outline.describe()
                        : null;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException refused) {
            return null;
        }
    }
}
