package io.retort.boot.autoconfigure.properties;

import io.retort.RetortOptions;
import io.retort.boot.autoconfigure.scan.ScannedRevisions;
import io.retort.run.TransactionScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** What a person can set about Retort. */
@ConfigurationProperties("retort")
public class RetortProperties implements ConnectionProperties {

    /** Whether Retort takes part in this application at all. */
    private boolean enabled = true;

    /** What happens when the application starts. */
    private StartMode mode = StartMode.UPGRADE;

    /** How far an upgrade at the start goes. */
    private String target = "head";

    /** Packages of revision classes and folders of SQL revisions, such as "db.revisions" or "classpath:db/revisions". */
    private List<String> locations = new ArrayList<>(ScannedRevisions.STANDARD_LOCATIONS);

    /** Name of the table that knows which revisions are applied. */
    private String table = "retort_revision";

    /** Schema of that table; the connection's own when not set. */
    private @Nullable String schema;

    /** JDBC URL of the database to upgrade; the application's data source when not set. */
    private @Nullable String url;

    /** User to upgrade as, when it is another than the application's. */
    private @Nullable String user;

    /** Password of that user. */
    private @Nullable String password;

    /** Class of the driver for that URL; found by the URL when not set. */
    private @Nullable String driverClassName;

    /** Values for ${name} in SQL revisions. */
    private Map<String, String> placeholders = new LinkedHashMap<>();

    /** Patterns of the tables that are compared, such as "shop_*"; all when empty. */
    private List<String> include = new ArrayList<>();

    /** Patterns of tables that are not compared, such as "legacy_*" or "reporting.*". */
    private List<String> exclude = new ArrayList<>();

    /** Whether Flyway or Liquibase may look after the same database; they run first. */
    private boolean allowOtherTools;

    /** Whether an application may start on a database that has revisions which it does not know. */
    private boolean allowNewer;

    /** Whether an application that has entities and no revision at all refuses to start. */
    private boolean failWithoutRevisions;

    /** How retort.mode=wait waits. */
    @NestedConfigurationProperty
    private final WaitProperties wait = new WaitProperties();

    /** What one transaction holds, on databases that can roll back changes to a schema. */
    private TransactionScope transaction = TransactionScope.REVISION;

    /** How runs wait for each other. */
    @NestedConfigurationProperty
    private final LockProperties lock = new LockProperties();

    /** How long the database may be silent before a run gives up, unless it is working on a statement; 0 for ever. */
    private Duration silenceTimeout = RetortOptions.STANDARD.silenceTimeout();

    /** How statements wait for the application's locks. */
    @NestedConfigurationProperty
    private final DdlProperties ddl = new DdlProperties();

    /** Databases with a history each, by name. Without any, the application has one unit, and what stands above is about it. */
    private Map<String, UnitProperties> units = new LinkedHashMap<>();

    /** The schemas of tenants, each with a history of its own. */
    @NestedConfigurationProperty
    private final TenantProperties tenants = new TenantProperties();

    /** How new revision files are written. */
    @NestedConfigurationProperty
    private final RevisionProperties revision = new RevisionProperties();

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public StartMode getMode() {
        return mode;
    }

    public void setMode(StartMode mode) {
        this.mode = mode;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public List<String> getLocations() {
        return locations;
    }

    public void setLocations(List<String> locations) {
        this.locations = locations;
    }

    public String getTable() {
        return table;
    }

    public void setTable(String table) {
        this.table = table;
    }

    public @Nullable String getSchema() {
        return schema;
    }

    public void setSchema(@Nullable String schema) {
        this.schema = schema;
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

    public boolean isAllowOtherTools() {
        return allowOtherTools;
    }

    public void setAllowOtherTools(boolean allowOtherTools) {
        this.allowOtherTools = allowOtherTools;
    }

    public boolean isAllowNewer() {
        return allowNewer;
    }

    public void setAllowNewer(boolean allowNewer) {
        this.allowNewer = allowNewer;
    }

    public boolean isFailWithoutRevisions() {
        return failWithoutRevisions;
    }

    public void setFailWithoutRevisions(boolean failWithoutRevisions) {
        this.failWithoutRevisions = failWithoutRevisions;
    }

    public WaitProperties getWait() {
        return wait;
    }

    public TransactionScope getTransaction() {
        return transaction;
    }

    public void setTransaction(TransactionScope transaction) {
        this.transaction = transaction;
    }

    public LockProperties getLock() {
        return lock;
    }

    public Duration getSilenceTimeout() {
        return silenceTimeout;
    }

    public void setSilenceTimeout(Duration silenceTimeout) {
        this.silenceTimeout = silenceTimeout;
    }

    public DdlProperties getDdl() {
        return ddl;
    }

    public RevisionProperties getRevision() {
        return revision;
    }

    public Map<String, UnitProperties> getUnits() {
        return units;
    }

    public void setUnits(Map<String, UnitProperties> units) {
        this.units = units;
    }

    public TenantProperties getTenants() {
        return tenants;
    }
}
