package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.PropertiesCheck;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.properties.UnitProperties;
import io.retort.boot.internal.scan.BeanMigrations;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.error.RetortException;
import io.retort.source.RevisionSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;

/** Creates the units of an application that sets {@code retort.units}. */
final class UnitsFactory {

    private final ApplicationContext application;
    private final Door door;

    /**
     * @param application the application context with the data sources and the beans that revisions request
     * @param door creates a unit
     */
    UnitsFactory(ApplicationContext application, Door door) {
        this.application = application;
        this.door = door;
    }

    /** Creates a unit from its parts. */
    @FunctionalInterface
    public interface Door {

        /** Returns a unit with the given settings, database and revisions. */
        RetortUnit open(UnitSettings settings, RetortDatabase database, List<RevisionSource> sources);
    }

    /**
     * Creates all units, in upgrade order.
     *
     * @throws RetortException if a property is invalid, or if two units use the same history table
     */
    public RetortUnits assemble(RetortProperties properties) {
        PropertiesCheck.refuseUnusable(properties);
        List<RetortUnit> units = new ArrayList<>();
        for (String name : ordered(properties)) {
            UnitProperties own = Objects.requireNonNull(properties.getUnits().get(name));
            UnitSettings settings = new UnitSettings(name, properties, own);
            units.add(door.open(
                    settings, new UnitDatabases(application).of(settings, own), List.of(revisions(settings))));
        }
        SharedTables.refuse(units);
        return new RetortUnits(units);
    }

    private static List<String> ordered(RetortProperties properties) {
        return properties.getUnits().keySet().stream()
                .sorted(Comparator.<String>comparingInt(name -> Objects.requireNonNull(
                                        properties.getUnits().get(name))
                                .getOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private RevisionSource revisions(UnitSettings settings) {
        return new ScannedRevisions(
                settings.locations(),
                settings.placeholders(),
                application,
                new BeanMigrations(application.getAutowireCapableBeanFactory()));
    }
}
