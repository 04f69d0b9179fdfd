package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.run.BackfillThrottle;
import io.retort.run.RunListener;
import io.retort.source.RevisionSource;
import java.util.List;

/**
 * Creates {@link Retort} from the application's settings and beans.
 */
final class RetortFactory {

    private final List<RetortOptionsCustomizer> customizers;
    private final List<RunListener> listeners;
    private final BackfillThrottle throttle;
    private final OtherHistories histories;

    /**
     * @param customizers customizers of the options, in the order in which they apply
     * @param listeners the application's run listeners, in order
     * @param throttle the application's throttle of backfills
     * @param histories the history tables of other tools
     */
    RetortFactory(
            List<RetortOptionsCustomizer> customizers,
            List<RunListener> listeners,
            BackfillThrottle throttle,
            OtherHistories histories) {
        this.customizers = customizers;
        this.listeners = listeners;
        this.throttle = throttle;
        this.histories = histories;
    }

    Retort assemble(RetortDatabase database, List<RevisionSource> sources, UnitSettings settings) {
        Retort retort = Retort.on(database.dataSource(), sources).with(options(settings, database));
        return listeners.stream().reduce(retort, Retort::with, (one, other) -> other);
    }

    RetortUnit unit(UnitSettings settings, RetortDatabase database, List<RevisionSource> sources) {
        return new RetortUnit(settings, assemble(database, sources, settings), database);
    }

    private RetortOptions options(UnitSettings settings, RetortDatabase database) {
        RetortOptions options = settings.options().withThrottle(throttle);
        if (settings.own() == null) {
            boolean schemas = database.tenants() != null && !database.tenants().areDatabases();
            options = options.withExisting(options.existing().withHistories(histories.tables(schemas)));
        }
        for (RetortOptionsCustomizer customizer : customizers) {
            options = customizer.customize(options);
        }
        return options;
    }
}
