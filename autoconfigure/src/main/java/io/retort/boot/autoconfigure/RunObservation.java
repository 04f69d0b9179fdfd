package io.retort.boot.autoconfigure;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.retort.internal.text.PrintableText;
import io.retort.revision.Direction;
import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates Micrometer observations: {@code retort.run} for a run with pending steps, and within it {@code retort.step}
 * for each revision. A failure is recorded in both. A run with nothing to do creates none and requests no registry.
 */
final class RunObservation implements RunListener {

    private final Supplier<ObservationRegistry> registry;
    private final ThreadLocal<Deque<Observation>> open = ThreadLocal.withInitial(ArrayDeque::new);

    /**
     * Creates a listener.
     *
     * @param registry provides the registry; called when a run begins
     */
    public RunObservation(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void begin(String database, int total) {
        start(Observation.createNotStarted("retort.run", registry.get())
                .contextualName("upgrade database")
                .highCardinalityKeyValue("retort.database", database)
                .highCardinalityKeyValue("retort.steps", String.valueOf(total)));
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        start(Observation.createNotStarted("retort.step", registry.get())
                .parentObservation(open.get().peek())
                .contextualName(PrintableText.of(step.revision().describe()))
                .lowCardinalityKeyValue("retort.direction", word(step.step().direction()))
                .highCardinalityKeyValue("retort.revision", step.revision().id()));
    }

    @Override
    public void after(StepReport report, int number, int total) {
        stop(null);
    }

    @Override
    public void end(@Nullable Throwable failure) {
        while (!open.get().isEmpty()) {
            stop(failure);
        }
        open.remove();
    }

    private void start(Observation observation) {
        open.get().push(observation.start());
    }

    private void stop(@Nullable Throwable failure) {
        Observation observation = open.get().poll();
        if (observation != null) {
            if (failure != null) {
                observation.error(failure);
            }
            observation.stop();
        }
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
