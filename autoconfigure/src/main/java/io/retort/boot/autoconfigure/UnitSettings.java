package io.retort.boot.autoconfigure;

import io.retort.RetortOptions;
import io.retort.boot.autoconfigure.properties.DdlProperties;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.properties.StartMode;
import io.retort.boot.autoconfigure.properties.TenantProperties;
import io.retort.boot.autoconfigure.properties.UnitProperties;
import io.retort.boot.internal.RunStyle;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.run.DdlTimeouts;
import io.retort.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Effective settings of one unit: its own properties and, where they are not set, those of the application.
 *
 * @param name the unit's name
 * @param common the properties of the application
 * @param own the properties of the unit, or null for the only unit, which uses those of the application
 */
public record UnitSettings(
        String name, RetortProperties common, @Nullable UnitProperties own) {

    /** The first word of each setting that a unit can have for itself, as in {@code retort.units.billing.table}. */
    static final Set<String> OWN = Set.of(
            "data-source",
            "entity-manager-factory",
            "url",
            "user",
            "password",
            "driver-class-name",
            "locations",
            "order",
            "mode",
            "target",
            "baseline",
            "table",
            "schema",
            "placeholders",
            "include",
            "exclude",
            "offline",
            "tenants");

    /** Returns the settings of an application's only unit. */
    public static UnitSettings ofTheOnlyUnit(RetortProperties properties) {
        return new UnitSettings(RetortUnit.DEFAULT, properties, null);
    }

    /**
     * Returns the full name of a property of this unit, such as {@code retort.table} or
     * {@code retort.units.billing.table}.
     */
    public String property(String property) {
        return own == null ? "retort." + property : "retort.units." + name + "." + property;
    }

    /** Returns the unit as advice names it; null if the application has only one. */
    RunStyle.@Nullable Unit advised() {
        return own == null ? null : new RunStyle.Unit(name, own.getDataSource(), UnitSettings::isOwn);
    }

    /** Returns whether the unit is one of {@code retort.units}, and not the application's only unit without a name. */
    public boolean isNamed() {
        return own != null;
    }

    /** Returns the name of the unit's data source bean, as its own setting; null if it has none. */
    public @Nullable String dataSourceBean() {
        return own == null ? null : own.getDataSource();
    }

    /**
     * Returns whether a unit can have a setting for itself.
     *
     * @param setting the name below {@code retort.units.<name>}, such as {@code table} or {@code tenants.query}
     */
    public static boolean isOwn(String setting) {
        int end = setting.indexOf('.');
        return OWN.contains(end < 0 ? setting : setting.substring(0, end));
    }

    /** Returns the start mode. */
    public StartMode mode() {
        return ownOr(own == null ? null : own.getMode(), common.getMode());
    }

    /** Returns the target of the upgrade on application start. */
    public String target() {
        return ownOr(own == null ? null : own.getTarget(), common.getTarget());
    }

    /** Returns the baseline of databases with tables; null for none. */
    public @Nullable String baseline() {
        String baseline = own == null ? common.getBaseline() : own.getBaseline();
        return StringUtils.hasText(baseline) ? baseline : null;
    }

    /** Returns the locations of the revisions. */
    public List<String> locations() {
        if (own == null) {
            return common.getLocations();
        }
        String folder = name.replace('-', '_');
        return own.getLocations().isEmpty()
                ? List.of("db.revisions." + folder, "classpath:db/revisions/" + folder)
                : own.getLocations();
    }

    /** Returns the locations that the application configures, without the default ones. */
    public List<String> configuredLocations() {
        List<String> configured = own == null ? common.getLocations() : own.getLocations();
        return configured.stream()
                .filter(location -> !ScannedRevisions.STANDARD_LOCATIONS.contains(location))
                .toList();
    }

    /** Returns the values of placeholders in SQL revisions. */
    public Map<String, String> placeholders() {
        Map<String, String> placeholders = new LinkedHashMap<>(common.getPlaceholders());
        if (own != null) {
            placeholders.putAll(own.getPlaceholders());
        }
        return placeholders;
    }

    /** Returns the patterns of the tables that are compared. */
    public List<String> include() {
        return own == null || own.getInclude().isEmpty() ? common.getInclude() : own.getInclude();
    }

    /** Returns the patterns of the tables that are not compared. */
    public List<String> exclude() {
        return own == null || own.getExclude().isEmpty() ? common.getExclude() : own.getExclude();
    }

    /** Returns the name of the entity manager factory bean whose entities are compared, if it is set. */
    public Optional<String> entityManagerFactory() {
        return Optional.ofNullable(own).map(UnitProperties::getEntityManagerFactory);
    }

    /** Returns the product for commands that use no database, such as {@code postgresql:17}, if it is set. */
    public Optional<String> offlineDatabase() {
        return Optional.ofNullable(own)
                .map(unit -> unit.getOffline().getDatabase())
                .or(() -> Optional.ofNullable(common.getOffline().getDatabase()))
                .filter(StringUtils::hasText);
    }

    /** Returns the tenant properties. */
    public TenantProperties tenants() {
        return own == null ? common.getTenants() : own.getTenants();
    }

    /** Returns the name of the history table. */
    public QualifiedName table() {
        return new QualifiedName(
                own == null || own.getSchema() == null ? common.getSchema() : own.getSchema(),
                ownOr(own == null ? null : own.getTable(), common.getTable()));
    }

    /** Returns the options for core. */
    public RetortOptions options() {
        DdlProperties ddl = common.getDdl();
        return RetortOptions.STANDARD
                .withTable(table())
                .withLockTimeout(common.getLock().getTimeout())
                .withDdl(new DdlTimeouts(ddl.getLockTimeout(), ddl.getStatementTimeout(), ddl.getRetryFor()))
                .withTransaction(common.getTransaction())
                .withAhead(common.getAhead())
                .withKeepUndo(common.isKeepUndo())
                .withOnline(common.getOnline())
                .withSilenceTimeout(common.getSilenceTimeout())
                .withBaseline(baseline());
    }

    private static <T> T ownOr(@Nullable T own, T common) {
        return Objects.requireNonNullElse(own, common);
    }
}
