package io.retort.boot.autoconfigure.unit;

import io.retort.error.RetortException;

/** A failure in one of several units. Its message contains the unit's name; the cause is the original failure. */
public final class UnitFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    UnitFailedException(String unit, UnitWords words, RetortException cause) {
        super("Unit " + unit + ": " + words.in(cause.what()), words.in(cause.action()), cause.status(), cause);
    }
}
