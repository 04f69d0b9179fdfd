package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.conflict.OtherTools;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.start.AfterStart;
import io.retort.boot.autoconfigure.start.Entities;
import io.retort.boot.autoconfigure.start.UnitStart;
import io.retort.boot.autoconfigure.unit.Launch;
import io.retort.boot.autoconfigure.unit.RetortUnits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;

/**
 * Starts all units. It holds providers, because the shortcut for databases that are up to date needs none of these
 * beans.
 */
record UnitStarts(
        ObjectProvider<RetortUnits> units,
        ObjectProvider<RetortStartStrategy> strategy,
        ObjectProvider<AfterStart> later) {

    void run(RetortProperties properties, ApplicationContext application) {
        if (!properties.isAllowOtherTools()) {
            OtherTools.refuse(application);
        }
        RetortStartStrategy own = strategy.getIfAvailable();
        UnitStart.Surroundings around = new UnitStart.Surroundings(
                own == null ? null : own::start,
                new Entities(application),
                later.getObject(),
                () -> Launch.of(application));
        units.getObject().all().forEach(unit -> new UnitStart(unit, around).run());
    }
}
