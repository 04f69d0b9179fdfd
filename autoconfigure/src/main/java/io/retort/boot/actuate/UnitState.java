package io.retort.boot.actuate;

import io.retort.boot.actuate.UnitDescription.Entry;
import java.util.List;

/** The state of a unit on the page, best first. */
enum UnitState {
    UP_TO_DATE("up to date", "good"),
    PENDING("pending", "warn"),
    RUNNING("run in progress", "warn"),
    PARTIAL("partially applied", "bad"),
    AHEAD("ahead of the application", "bad"),
    UNREADABLE("cannot be read", "bad");

    private final String label;
    private final String style;

    UnitState(String label, String style) {
        this.label = label;
        this.style = style;
    }

    /** A tenant that cannot be read or has pending revisions decides for its unit, because the others do not show it. */
    static UnitState of(UnitDescription unit) {
        TenantsDescription tenants = unit.tenants();
        if (unit.problem() != null && unit.database() != null && tenants == null) {
            return AHEAD;
        }
        if (unit.problem() != null || tenants != null && !tenants.problems().isEmpty()) {
            return UNREADABLE;
        }
        if (isLocked(unit)) {
            return RUNNING;
        }
        if (!partial(unit).isEmpty()) {
            return PARTIAL;
        }
        boolean behind = tenants == null ? !unit.pending().isEmpty() : tenants.upToDate() < tenants.total();
        return behind ? PENDING : UP_TO_DATE;
    }

    /** Returns whether a session holds the migration lock. */
    static boolean isLocked(UnitDescription unit) {
        return unit.lockHolders() != null && !unit.lockHolders().isEmpty();
    }

    /** Returns the revisions that are partially applied or partially downgraded. */
    static List<Entry> partial(UnitDescription unit) {
        return unit.history().stream().filter(entry -> entry.progress() != null).toList();
    }

    String label() {
        return label;
    }

    /** Returns the class in the style sheet. */
    String style() {
        return style;
    }
}
