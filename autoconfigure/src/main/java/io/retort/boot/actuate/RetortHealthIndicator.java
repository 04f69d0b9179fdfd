package io.retort.boot.actuate;

import io.retort.boot.autoconfigure.unit.RetortUnit;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Up when every unit's database answers and has all revisions; out of service when one is behind. */
public final class RetortHealthIndicator extends AbstractHealthIndicator {

    private final List<RetortUnit> units;

    /** A contributor for these units. */
    public RetortHealthIndicator(List<RetortUnit> units) {
        super("Retort cannot say where the database is");
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

    /** One tenant that is behind is reason enough, as one unit is. */
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
        return unit.tenants() != null ? unit.tenants() : Map.of("current", unit.current(), "pending", unit.pending());
    }
}
