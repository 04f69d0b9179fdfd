package io.retort.run;

import java.util.Optional;

/**
 * Decides before each batch of a backfill whether it has to wait, for example because replicas lag or because it is not
 * night yet. No transaction is open while the backfill waits. A backfill that is a part of an upgrade holds the migration
 * lock meanwhile; one with {@code afterStart()} holds only a lock of its own, and other sessions can upgrade.
 *
 * <pre>{@code
 * BackfillThrottle atNight = progress ->
 *         LocalTime.now(clock).getHour() < 5 ? Optional.empty() : Optional.of("it is not night");
 * }</pre>
 *
 * Several threads can call it if several tenants are upgraded at the same time.
 */
@FunctionalInterface
public interface BackfillThrottle {

    /** Never waits. */
    BackfillThrottle NONE = progress -> Optional.empty();

    /**
     * Returns why the next batch has to wait. A waiting backfill asks again every second, and reports the reason every ten
     * seconds. An exception fails the run, which can continue later with the next batch.
     *
     * @param progress the position of the backfill
     * @return the reason, for a log; empty if the batch can run
     */
    Optional<String> reasonToWait(BackfillProgress progress);

    /** Returns a throttle that waits as long as this one or the other one has a reason. */
    default BackfillThrottle and(BackfillThrottle other) {
        return progress -> reasonToWait(progress).or(() -> other.reasonToWait(progress));
    }
}
