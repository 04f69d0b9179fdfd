package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.run.RunListener;
import io.retort.run.source.RevisionSource;
import java.util.List;

/**
 * Puts a Retort together from what the application says and brings.
 *
 * @param customizers the application's own changes of options, in order
 * @param listeners the application's own listeners, in order
 */
record RetortAssembly(List<RetortOptionsCustomizer> customizers, List<RunListener> listeners) {

    Retort assemble(RetortDatabase database, List<RevisionSource> sources, RetortProperties properties) {
        Retort retort = Retort.on(database.dataSource(), sources).with(options(properties));
        return listeners.stream().reduce(retort, Retort::with, (one, other) -> other);
    }

    private RetortOptions options(RetortProperties properties) {
        RetortOptions options = properties.options();
        for (RetortOptionsCustomizer customizer : customizers) {
            options = customizer.customize(options);
        }
        return options;
    }
}
