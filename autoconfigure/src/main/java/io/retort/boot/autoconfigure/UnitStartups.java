package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;

/**
 * Starts all units. It holds providers, because the shortcut for databases that are up to date needs none of these
 * beans.
 */
record UnitStartups(
        ObjectProvider<RetortUnits> units,
        ObjectProvider<RetortStartStrategy> strategy,
        ObjectProvider<BackgroundUpgrade> later) {

    void run(RetortProperties properties, ApplicationContext application) {
        Optional<String> other = OtherMigrationTools.present(application);
        if (!properties.isAllowOtherTools() && other.isPresent() && hasRevisions()) {
            OtherMigrationTools.refuse(application);
        }
        RetortStartStrategy own = strategy.getIfAvailable();
        UnitStartup.Surroundings around = new UnitStartup.Surroundings(
                own == null ? null : own::start,
                new EntityClassNames(application),
                later.getObject(),
                () -> Launch.of(application),
                other.orElse(null));
        units.getObject().all().forEach(unit -> new UnitStartup(unit, around).run());
    }

    private boolean hasRevisions() {
        return units.getObject().all().stream()
                .anyMatch(unit -> unit.retort().graph().size() > 0);
    }
}
