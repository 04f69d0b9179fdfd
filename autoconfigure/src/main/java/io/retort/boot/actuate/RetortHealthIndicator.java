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
        builder.up();
        for (RetortUnit unit : units) {
            UnitDescription description = UnitDescription.of(unit);
            if (description.problem() != null) {
                builder.down().withDetail(unit.name(), description.problem());
                return;
            }
            if (description.tenants() != null) {
                add(unit, description.tenants(), builder);
                continue;
            }
            if (!description.pending().isEmpty()) {
                builder.status(Status.OUT_OF_SERVICE);
            }
            builder.withDetail(unit.name(), Map.of("current", description.current(), "pending", description.pending()));
        }
    }

    /** One tenant that is behind is reason enough, as one unit is. */
    private static void add(RetortUnit unit, TenantsDescription tenants, Health.Builder builder) {
        if (tenants.upToDate() < tenants.total()) {
            builder.status(Status.OUT_OF_SERVICE);
        }
        builder.withDetail(unit.name(), tenants);
    }
}
