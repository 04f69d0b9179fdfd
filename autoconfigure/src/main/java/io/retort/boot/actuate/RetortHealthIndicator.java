package io.retort.boot.actuate;

import io.retort.boot.autoconfigure.RetortUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports the health of all units.
 *
 * <ul>
 * <li>{@code UP}: every database is up to date.
 * <li>{@code OUT_OF_SERVICE}: revisions are pending on at least one database.
 * <li>{@code DOWN}: the status of at least one database cannot be read.
 * </ul>
 */
public final class RetortHealthIndicator extends AbstractHealthIndicator {

    private final List<RetortUnit> units;

    /**
     * Creates a health indicator.
     *
     * @param units the units to check; never null
     */
    public RetortHealthIndicator(List<RetortUnit> units) {
        super("Retort cannot determine the current heads");
        this.units = List.copyOf(units);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<UnitDescription> descriptions =
                units.stream().map(UnitDescription::of).toList();
        builder.status(descriptions.stream()
                .map(RetortHealthIndicator::status)
                .reduce(Status.UP, RetortHealthIndicator::worse));
        for (int i = 0; i < units.size(); i++) {
            builder.withDetail(units.get(i).name(), detail(descriptions.get(i)));
        }
    }

    /** A single tenant with pending revisions makes its unit {@code OUT_OF_SERVICE}. */
    private static Status status(UnitDescription unit) {
        if (unit.problem() != null) {
            return Status.DOWN;
        }
        TenantsDescription tenants = unit.tenants();
        boolean behind = tenants == null ? !unit.pending().isEmpty() : tenants.upToDate() < tenants.total();
        return behind ? Status.OUT_OF_SERVICE : Status.UP;
    }

    private static Status worse(Status one, Status other) {
        List<Status> order = List.of(Status.UP, Status.OUT_OF_SERVICE, Status.DOWN);
        return order.indexOf(one) < order.indexOf(other) ? other : one;
    }

    private static Object detail(UnitDescription unit) {
        if (unit.problem() != null) {
            return unit.problem();
        }
        return unit.tenants() != null
                ? tenants(unit.tenants())
                : Map.of("current", unit.current(), "pending", unit.pending());
    }

    /** Without the names of all tenants, which monitoring reads every few seconds. */
    private static Map<String, Object> tenants(TenantsDescription tenants) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("total", tenants.total());
        detail.put("upToDate", tenants.upToDate());
        detail.put("behind", tenants.behind());
        detail.put("problems", tenants.problems());
        return detail;
    }
}
