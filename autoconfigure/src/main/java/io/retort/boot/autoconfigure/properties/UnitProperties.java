package io.retort.boot.autoconfigure.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** One of several databases with a history of its own. What is not set here is as for the whole application. */
public class UnitProperties implements ConnectionProperties {

    /** Name of the data source bean; the only one of the application when not set. */
    private @Nullable String dataSource;

    /** Name of the entity manager factory bean whose entities are compared; the one on the unit's data source when not set. */
    private @Nullable String entityManagerFactory;

    /** JDBC URL of the unit's database; its data source when not set. */
    private @Nullable String url;

    /** User to upgrade as, when it is another than the data source's. */
    private @Nullable String user;

    /** Password of that user. */
    private @Nullable String password;

    /** Class of the driver for that URL; found by the URL when not set. */
    private @Nullable String driverClassName;

    /** Packages and folders of the unit's revisions; db.revisions.NAME and classpath:db/revisions/NAME when not set. */
    private List<String> locations = new ArrayList<>();

    /** Units are upgraded by this number, lowest first, and those with the same one by name. */
    private int order;

    /** What happens when the application starts. */
    private @Nullable StartMode mode;

    /** How far an upgrade at the start goes. */
    private @Nullable String target;

    /** Name of the table that knows which revisions are applied. */
    private @Nullable String table;

    /** Schema of that table; the connection's own when not set. */
    private @Nullable String schema;

    /** Values for ${name} in SQL revisions, in front of the application's. */
    private Map<String, String> placeholders = new LinkedHashMap<>();

    /** Patterns of the tables that are compared. */
    private List<String> include = new ArrayList<>();

    /** Patterns of tables that are not compared. */
    private List<String> exclude = new ArrayList<>();

    /** The schemas of tenants, each with a history of its own. */
    @NestedConfigurationProperty
    private final TenantProperties tenants = new TenantProperties();

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
