package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.internal.CommandForm;
import io.retort.error.RetortException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;

/**
 * Starts all units. It holds providers, because the shortcut for databases that are up to date needs none of these
 * beans.
 */
final class UnitStartups {

    private final ObjectProvider<RetortUnits> units;
    private final ObjectProvider<RetortStartStrategy> strategy;
    private final ObjectProvider<BackgroundUpgrade> later;

    UnitStartups(
            ObjectProvider<RetortUnits> units,
            ObjectProvider<RetortStartStrategy> strategy,
            ObjectProvider<BackgroundUpgrade> later) {
        this.units = units;
        this.strategy = strategy;
        this.later = later;
    }

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
                () -> CommandForm.of(application),
                other.orElse(null));
        units.getObject().all().forEach(unit -> new UnitStartup(unit, around).run());
    }

    private boolean hasRevisions() {
        return count() > 0;
    }

    private int count() {
        return units.getObject().all().stream()
                .mapToInt(unit -> unit.retort().graph().size())
                .sum();
    }

    /**
     * Returns the revisions of an application in which Retort runs none, such as {@code 2 revisions of Retort are}; empty
     * if it has none.
     */
    String revisionsThatDoNotRun() {
        try {
            int count = count();
            return count == 0 ? "" : count == 1 ? "1 revision of Retort is" : count + " revisions of Retort are";
        } catch (RetortException unreadable) {
            return "revisions of Retort, which cannot be read (" + unreadable.what() + "), are";
        }
    }
}
