package io.retort.boot.autoconfigure.properties;

import io.retort.RetortOptions;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.RetortOptions.OnlineCheck;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.run.TransactionScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** Configuration properties of Retort: {@code retort.*}. */
@ConfigurationProperties("retort")
public class RetortProperties implements ConnectionProperties {

    /** Whether to enable Retort in this application. */
    private boolean enabled = true;

    /** What Retort does when the application starts. */
    private StartMode mode = StartMode.UPGRADE;

    /** Target of the upgrade on application start, such as head, heads or a revision id. */
    private String target = "head";

    /**
     * Where to look for revisions: packages of revision classes, such as "db.revisions", and folders of SQL files, such
     * as "classpath:db/revisions".
     */
    private List<String> locations = new ArrayList<>(ScannedRevisions.STANDARD_LOCATIONS);

    /** Name of the history table, which records the applied revisions. */
    private String table = "retort_revision";

    /** Schema of the history table. Defaults to the schema of the connection. */
    private @Nullable String schema;

    /** JDBC URL of the database to upgrade. Defaults to the application's data source. */
    private @Nullable String url;

    /** Database user that runs the upgrade, if it differs from the user of the application's data source. */
    private @Nullable String user;

    /** Password of the user set by retort.user. */
    private @Nullable String password;

    /** Fully qualified name of the JDBC driver class for retort.url. Derived from the URL by default. */
    private @Nullable String driverClassName;

    /** Values of the ${name} placeholders in SQL revisions. */
    private Map<String, String> placeholders = new LinkedHashMap<>();

    /** Patterns of the tables to compare with the entities, such as "shop_*". All tables when empty. */
    private List<String> include = new ArrayList<>();

    /** Patterns of tables to leave out of the comparison with the entities, such as "legacy_*" or "reporting.*". */
    private List<String> exclude = new ArrayList<>();

    /**
     * File with the differences between entities and database that are accepted for good: one line
     * "keep=table.object" for each.
     */
    private String answers = "src/main/retort/answers.txt";

    /** Whether to allow Flyway or Liquibase on the same data source. They run before Retort. */
    private boolean allowOtherTools;

    /** What to do with a database that has revisions which are not in the application's history. */
    private AheadPolicy ahead = RetortOptions.STANDARD.ahead();

    /** Whether retort.ahead=switch is permitted without DevTools and on a database that is not local. */
    private boolean switchAnywhere;

    /** Whether to store the downgrade of each applied revision in the history table. */
    private boolean keepUndo = RetortOptions.STANDARD.keepUndo();

    /** What an upgrade does with lint findings about its pending revisions, such as locks on large tables. */
    private OnlineCheck online = RetortOptions.STANDARD.online();

    /**
     * Revision up to which a database that has tables but no applied revision is taken to be upgraded. Nothing is
     * verified. No effect on an empty database.
     */
    private @Nullable String baseline;

    /** Whether an application that has entities but no revisions fails to start. */
    private boolean failWithoutRevisions;

    /** Settings of retort.mode=wait. */
    @NestedConfigurationProperty
    private final WaitProperties wait = new WaitProperties();

    /** What one transaction contains, a revision or all revisions of a run, on databases with transactional DDL. */
    private TransactionScope transaction = TransactionScope.REVISION;

    /** Settings of the migration lock. */
    @NestedConfigurationProperty
    private final LockProperties lock = new LockProperties();

    /**
     * How long the database can be silent before a run fails. Statements that the server is still executing are exempt.
     * 0 waits forever.
     */
    private Duration silenceTimeout = RetortOptions.STANDARD.silenceTimeout();

    /** Timeouts and retries of the statements that Retort runs. */
    @NestedConfigurationProperty
    private final DdlProperties ddl = new DdlProperties();

    /**
     * Units by name: databases that each have their own history. Without any, the application has a single unit,
     * configured by retort.* itself.
     */
    private Map<String, UnitProperties> units = new LinkedHashMap<>();

    /** Tenants that each have their own history, in a schema or in a database. */
    @NestedConfigurationProperty
    private final TenantProperties tenants = new TenantProperties();

    /** Settings of the server on which migrate:replay creates an empty database. */
    @NestedConfigurationProperty
    private final ScratchProperties scratch = new ScratchProperties();

    /** Settings of commands that use no database. */
    @NestedConfigurationProperty
    private final OfflineProperties offline = new OfflineProperties();

    /** Settings of new revision files. */
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

    public String getAnswers() {
        return answers;
    }

    public void setAnswers(String answers) {
        this.answers = answers;
    }

    public boolean isAllowOtherTools() {
        return allowOtherTools;
    }

    public void setAllowOtherTools(boolean allowOtherTools) {
        this.allowOtherTools = allowOtherTools;
    }

    public AheadPolicy getAhead() {
        return ahead;
    }

    public void setAhead(AheadPolicy ahead) {
        this.ahead = ahead;
    }

    public boolean isSwitchAnywhere() {
        return switchAnywhere;
    }

    public void setSwitchAnywhere(boolean switchAnywhere) {
        this.switchAnywhere = switchAnywhere;
    }

    public boolean isKeepUndo() {
        return keepUndo;
    }

    public void setKeepUndo(boolean keepUndo) {
        this.keepUndo = keepUndo;
    }

    public OnlineCheck getOnline() {
        return online;
    }

    public void setOnline(OnlineCheck online) {
        this.online = online;
    }

    public @Nullable String getBaseline() {
        return baseline;
    }

    public void setBaseline(@Nullable String baseline) {
        this.baseline = baseline;
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

    public OfflineProperties getOffline() {
        return offline;
    }

    public ScratchProperties getScratch() {
        return scratch;
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
