package io.retort.boot.autoconfigure;

import io.retort.RetortOptions;
import io.retort.boot.autoconfigure.scan.ScannedRevisions;
import io.retort.run.TransactionScope;
import io.retort.run.patience.DdlTimeouts;
import io.retort.schema.QualifiedName;
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
public class RetortProperties {

    /** Whether Retort takes part in this application at all. */
    private boolean enabled = true;

    /** What happens when the application starts. */
    private Mode mode = Mode.UPGRADE;

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
    private final Wait wait = new Wait();
    /** What one transaction holds, on databases that can roll back changes to a schema. */
    private TransactionScope transaction = TransactionScope.REVISION;

    /** How runs wait for each other. */
    private final Lock lock = new Lock();

    /** How statements wait for the application's locks. */
    private final Ddl ddl = new Ddl();

    /** How new revision files are written. */
    @NestedConfigurationProperty
    private final RevisionProperties revision = new RevisionProperties();

    /** What Retort does when the application starts. */
    public enum Mode {
        /** Applies what is pending. */
        UPGRADE,
        /** Refuses to start on a database that is behind. */
        VERIFY,
        /** Waits until another instance has upgraded the database. */
        WAIT,
        /** Leaves the database alone. */
        OFF
    }

    /** How {@code retort.mode=wait} waits. */
    public static class Wait {

        /** How long to wait for another instance to upgrade the database. */
        private Duration timeout = Duration.ofMinutes(5);

        /** How long to wait between two looks at the database. */
        private Duration interval = Duration.ofSeconds(2);

        public Duration getTimeout() {
            return timeout;
        }

        public void setTimeout(Duration timeout) {
            this.timeout = timeout;
        }

        public Duration getInterval() {
            return interval;
        }

        public void setInterval(Duration interval) {
            this.interval = interval;
        }
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public Mode getMode() {
        return mode;
    }

    public void setMode(Mode mode) {
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

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

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

    public Wait getWait() {
        return wait;
    }

    public TransactionScope getTransaction() {
        return transaction;
    }

    public void setTransaction(TransactionScope transaction) {
        this.transaction = transaction;
    }

    public Lock getLock() {
        return lock;
    }

    public Ddl getDdl() {
        return ddl;
    }

    /** What the properties mean for core. */
    RetortOptions options() {
        return RetortOptions.STANDARD
                .withTable(new QualifiedName(schema, table))
                .withLockTimeout(lock.getTimeout())
                .withDdl(new DdlTimeouts(ddl.getLockTimeout(), ddl.getStatementTimeout(), ddl.getRetryFor()))
                .withTransaction(transaction)
                .withAllowNewer(allowNewer);
    }

    public RevisionProperties getRevision() {
        return revision;
    }

    /** How runs wait for each other. */
    public static class Lock {

        /** How long a run waits for another run on the same database to end. */
        private Duration timeout = RetortOptions.STANDARD.lockTimeout();

        public Duration getTimeout() {
            return timeout;
        }

        public void setTimeout(Duration timeout) {
            this.timeout = timeout;
        }
    }

    /** How statements wait for the application's locks. */
    public static class Ddl {

        /** How long one statement waits for locks of other sessions; 0 for what the database is set to. */
        private Duration lockTimeout = DdlTimeouts.STANDARD.lockTimeout();

        /** How long one statement runs; 0 for what the database is set to. */
        private Duration statementTimeout = DdlTimeouts.STANDARD.statementTimeout();

        /** How long a step is tried again whose statements waited for locks in vain. */
        private Duration retryFor = DdlTimeouts.STANDARD.retryFor();

        public Duration getLockTimeout() {
            return lockTimeout;
        }

        public void setLockTimeout(Duration lockTimeout) {
            this.lockTimeout = lockTimeout;
        }

        public Duration getStatementTimeout() {
            return statementTimeout;
        }

        public void setStatementTimeout(Duration statementTimeout) {
            this.statementTimeout = statementTimeout;
        }

        public Duration getRetryFor() {
            return retryFor;
        }

        public void setRetryFor(Duration retryFor) {
            this.retryFor = retryFor;
        }
    }
}
