package io.retort.boot.autoconfigure.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Settings of one of several units: {@code retort.units.<name>.*}. A setting that is missing here is inherited from
 * {@code retort.*}.
 *
 * <p>It has no superclass with {@link RetortProperties}: the descriptions and defaults of properties of the same name differ,
 * and editors show those of the field.
 */
public class UnitProperties implements ConnectionProperties {

    /** Name of the data source bean. Defaults to the only data source of the application. */
    private @Nullable String dataSource;

    /**
     * Name of the entity manager factory bean whose entities are compared. Defaults to the one that uses the unit's
     * data source.
     */
    private @Nullable String entityManagerFactory;

    /** JDBC URL of the unit's database. Defaults to the unit's data source. */
    private @Nullable String url;

    /** Database user that runs the upgrade, if it differs from the user of the unit's data source. */
    private @Nullable String user;

    /** Password of that user. */
    private @Nullable String password;

    /** Fully qualified name of the JDBC driver class for the URL. Derived from the URL by default. */
    private @Nullable String driverClassName;

    /**
     * Where to look for the unit's revisions. Defaults to db.revisions.NAME and classpath:db/revisions/NAME; a hyphen
     * in the unit's name becomes an underscore.
     */
    private List<String> locations = new ArrayList<>();

    /** Order of the upgrades: units with lower values first, units with equal values by name. */
    private int order;

    /** What Retort does with this unit when the application starts. Defaults to retort.mode. */
    private @Nullable StartMode mode;

    /** Target of the upgrade on application start. Defaults to retort.target. */
    private @Nullable String target;

    /** Revision up to which a database that has tables but no applied revision is taken to be upgraded. */
    private @Nullable String baseline;

    /** Name of the history table. Defaults to retort.table. */
    private @Nullable String table;

    /** Schema of the history table. Defaults to retort.schema. */
    private @Nullable String schema;

    /** Values of the ${name} placeholders in SQL revisions. They override those of retort.placeholders. */
    private Map<String, String> placeholders = new LinkedHashMap<>();

    /** Patterns of the tables to compare with the entities. Defaults to retort.include. */
    private List<String> include = new ArrayList<>();

    /** Patterns of tables to leave out of the comparison with the entities. Defaults to retort.exclude. */
    private List<String> exclude = new ArrayList<>();

    /** Settings of commands that use no database. They default to those of retort.offline. */
    @NestedConfigurationProperty
    private final OfflineProperties offline = new OfflineProperties();

    /** Tenants that each have their own schema and history. */
    @NestedConfigurationProperty
    private final TenantProperties tenants = new TenantProperties();

    public OfflineProperties getOffline() {
        return offline;
    }

    public @Nullable String getDataSource() {
        return dataSource;
    }

    public void setDataSource(@Nullable String dataSource) {
        this.dataSource = dataSource;
    }

    public @Nullable String getEntityManagerFactory() {
        return entityManagerFactory;
    }

    public void setEntityManagerFactory(@Nullable String entityManagerFactory) {
        this.entityManagerFactory = entityManagerFactory;
    }

    @Override
    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    @Override
    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    @Override
    public @Nullable String getDriverClassName() {
        return driverClassName;
    }

    public void setDriverClassName(@Nullable String driverClassName) {
        this.driverClassName = driverClassName;
    }

    public List<String> getLocations() {
        return locations;
    }

    public void setLocations(List<String> locations) {
        this.locations = locations;
    }

    public int getOrder() {
        return order;
    }

    public void setOrder(int order) {
        this.order = order;
    }

    public @Nullable StartMode getMode() {
        return mode;
    }

    public void setMode(@Nullable StartMode mode) {
        this.mode = mode;
    }

    public @Nullable String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = target;
    }

    public @Nullable String getBaseline() {
        return baseline;
    }

    public void setBaseline(@Nullable String baseline) {
        this.baseline = baseline;
    }

    public @Nullable String getTable() {
        return table;
    }

    public void setTable(@Nullable String table) {
        this.table = table;
    }

    public @Nullable String getSchema() {
        return schema;
    }

    public void setSchema(@Nullable String schema) {
        this.schema = schema;
    }

    public Map<String, String> getPlaceholders() {
        return placeholders;
    }

    public void setPlaceholders(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    public List<String> getInclude() {
        return include;
    }

    public void setInclude(List<String> include) {
        this.include = include;
    }

    public List<String> getExclude() {
        return exclude;
    }

    public void setExclude(List<String> exclude) {
        this.exclude = exclude;
    }

    public TenantProperties getTenants() {
        return tenants;
    }
}
