package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.Status;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.text.HumanDuration;
import io.retort.revision.Planner;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Waits until another instance has upgraded the database.
 */
final class UpgradeWait {

    private static final PrintableLog LOG = PrintableLog.of(UpgradeWait.class);

    private final String target;
    private final Duration timeout;
    private final Duration interval;
    private final Pause pause;

    /**
     * @param target the target that the database must reach
     * @param timeout the maximum time to wait
     * @param interval the time between two checks
     * @param pause sleeps between two checks
     */
    UpgradeWait(String target, Duration timeout, Duration interval, Pause pause) {
        this.target = target;
        this.timeout = timeout;
        this.interval = interval;
        this.pause = pause;
    }

    /** Sleeps; tests replace it. */
    @FunctionalInterface
    public interface Pause {

        /**
         * Returns after the given time.
         *
         * @throws InterruptedException if the application is stopped
         */
        void pause(Duration time) throws InterruptedException;
    }

    /** Creates a wait that sleeps in real time. */
    public UpgradeWait(String target, Duration timeout, Duration interval) {
        this(target, timeout, interval, time -> Thread.sleep(time.toMillis()));
    }

    /**
     * Checks the database repeatedly until no revision is pending.
     *
     * @return the final status; never null
     * @throws RetortException if the timeout has passed, or if the check fails for a reason that waiting cannot resolve
     */
    public Status await(Retort retort) {
        Look look = look(retort);
        Look last = null;
        for (Duration waited = Duration.ZERO; !look.reached(); waited = waited.plus(interval)) {
            if (waited.compareTo(timeout) >= 0) {
                throw timedOut(look);
            }
            if (!look.lacks().equals(last == null ? "" : last.lacks())) {
                LOG.info(
                        "Retort: waiting for another instance to upgrade, up to {}: {}",
                        HumanDuration.whole(timeout.minus(waited)),
                        look.lacks());
            }
            last = look;
            rest();
            look = look(retort);
        }
        return Objects.requireNonNull(look.status());
    }

    /**
     * Checks the database once. A database that refuses connections may still be starting; any other failure is final.
     */
    private Look look(Retort retort) {
        try {
            Status status = retort.status();
            return new Look(status, lacks(status));
        } catch (RetortException failure) {
            if (isNotUpYet(failure)) {
                return new Look(null, failure.what());
            }
            throw failure;
        }
    }

    private String lacks(Status status) {
        String pending = new Planner(status.graph())
                .upgrade(status.knownHeads(), target).steps().stream()
                        .map(step -> step.revision().describe())
                        .collect(Collectors.joining(", "));
        return pending.isEmpty() ? "" : status.database() + " lacks " + pending;
    }

    private static boolean isNotUpYet(RetortException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return failure.getCause() instanceof SQLException sql
                && (String.valueOf(sql.getSQLState()).startsWith("08") || deepest instanceof IOException);
    }

    private void rest() {
        try {
            pause.pause(interval);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RetortException("The application was stopped while it waited for an upgrade.", "Start it again.");
        }
    }

    private RetortException timedOut(Look look) {
        return new RetortException(
                "Timed out after " + HumanDuration.whole(timeout)
                        + " waiting for another instance to upgrade the database: " + look.lacks() + ".",
                Advice.of(
                        "Start the instance that upgrades (",
                        Advice.setting("mode", "upgrade"),
                        "), or upgrade with ",
                        Advice.command("upgrade", Advice.target(target)),
                        ". ",
                        Advice.setting("wait.timeout"),
                        " sets how long to wait."));
    }

    /**
     * The result of one check.
     *
     * @param status the status, or null if the database could not be reached
     * @param lacks what is missing, as text; empty if nothing is
     */
    private record Look(@Nullable Status status, String lacks) {

        boolean reached() {
            return lacks.isEmpty();
        }
    }
}
