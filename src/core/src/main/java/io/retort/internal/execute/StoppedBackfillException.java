package io.retort.internal.execute;

/** Ends a backfill in this session without a failure: it is paused, or its revision is no longer applied. */
final class StoppedBackfillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedBackfillException(String reason) {
        super(reason);
    }
}
