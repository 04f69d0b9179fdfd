package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.source.RevisionSource;
import io.retort.schema.QualifiedName;
import java.util.List;

/**
 * Puts a Retort together from what the application says and brings.
 *
 * @param customizers the application's own changes of options, in order
 * @param listeners the application's own listeners, in order
 */
record RetortAssembly(List<RetortOptionsCustomizer> customizers, List<RunListener> listeners) {

    Retort assemble(RetortDatabase database, List<RevisionSource> sources, RetortProperties properties) {
        return Retort.on(database.dataSource(), sources)
                .with(options(properties))
                .with(new All(listeners));
    }

    private RetortOptions options(RetortProperties properties) {
        RetortOptions options =
                RetortOptions.STANDARD.withTable(new QualifiedName(properties.getSchema(), properties.getTable()));
        for (RetortOptionsCustomizer customizer : customizers) {
            options = customizer.customize(options);
        }
        return options;
    }

    /** Tells every listener. */
    private record All(List<RunListener> listeners) implements RunListener {

        @Override
        public void before(PreparedStep step, int number, int total) {
            listeners.forEach(listener -> listener.before(step, number, total));
        }

        @Override
        public void after(StepReport report, int number, int total) {
            listeners.forEach(listener -> listener.after(report, number, total));
        }
    }
}
