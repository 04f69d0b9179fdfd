package io.retort.boot.autoconfigure.unit;

import io.retort.RetortOptions;
import io.retort.boot.autoconfigure.properties.DdlProperties;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.properties.StartMode;
import io.retort.boot.autoconfigure.properties.TenantProperties;
import io.retort.boot.autoconfigure.properties.UnitProperties;
import io.retort.run.patience.DdlTimeouts;
import io.retort.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit is set to: what its own properties say, and else what the application's say.
 *
 * @param name what the unit is called
 * @param common what the application says for all
 * @param own what is said for this unit; null for the only unit of an application, for which everything is said in common
 */
public record UnitSettings(
        String name, RetortProperties common, @Nullable UnitProperties own) {

    /** The settings of an application's only unit. */
    public static UnitSettings ofTheOnlyUnit(RetortProperties properties) {
        return new UnitSettings(RetortUnit.DEFAULT, properties, null);
    }

    /** Where a property of the unit's is written: {@code retort.table} or {@code retort.units.billing.table}. */
    public String property(String property) {
        return own == null ? "retort." + property : "retort.units." + name + "." + property;
    }

    /** What happens at the start. */
    public StartMode mode() {
        return said(own == null ? null : own.getMode(), common.getMode());
    }

    /** How far an upgrade at the start goes. */
    public String target() {
        return said(own == null ? null : own.getTarget(), common.getTarget());
    }

    /** Where revisions are looked for. */
    public List<String> locations() {
        if (own == null) {
            return common.getLocations();
        }
        String folder = name.replace('-', '_');
        return own.getLocations().isEmpty()
                ? List.of("db.revisions." + folder, "classpath:db/revisions/" + folder)
                : own.getLocations();
    }

    /** The values of placeholders in SQL. */
    public Map<String, String> placeholders() {
        Map<String, String> placeholders = new LinkedHashMap<>(common.getPlaceholders());
        if (own != null) {
            placeholders.putAll(own.getPlaceholders());
        }
        return placeholders;
    }

    /** Patterns of the tables that are compared. */
    public List<String> include() {
        return own == null || own.getInclude().isEmpty() ? common.getInclude() : own.getInclude();
    }

    /** Patterns of the tables that are not compared. */
    public List<String> exclude() {
        return own == null || own.getExclude().isEmpty() ? common.getExclude() : own.getExclude();
    }

    /** The name of the entity manager factory bean whose entities are compared, if one is named. */
    public Optional<String> entityManagerFactory() {
        return Optional.ofNullable(own).map(UnitProperties::getEntityManagerFactory);
    }

    /** What is said of the unit's tenants. */
    public TenantProperties tenants() {
        return own == null ? common.getTenants() : own.getTenants();
    }

    /** What the table of revisions is called. */
    public QualifiedName table() {
        return new QualifiedName(
                own == null || own.getSchema() == null ? common.getSchema() : own.getSchema(),
                said(own == null ? null : own.getTable(), common.getTable()));
    }

    /** What all this means for core. */
    public RetortOptions options() {
        DdlProperties ddl = common.getDdl();
        return RetortOptions.STANDARD
                .withTable(table())
                .withLockTimeout(common.getLock().getTimeout())
                .withDdl(new DdlTimeouts(ddl.getLockTimeout(), ddl.getStatementTimeout(), ddl.getRetryFor()))
                .withTransaction(common.getTransaction())
                .withAllowNewer(common.isAllowNewer())
                .withSilenceTimeout(common.getSilenceTimeout());
    }

    private static <T> T said(@Nullable T own, T common) {
        return Objects.requireNonNullElse(own, common);
    }
}
