package io.retort.boot.autoconfigure.unit;

import io.retort.error.RetortException;

/** A failure in one of several units, told with its name; the cause is the failure as it is told of an only one. */
public final class UnitFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    UnitFailedException(String unit, UnitWords words, RetortException cause) {
        super("Unit " + unit + ": " + words.in(cause.what()), words.in(cause.action()), cause.status(), cause);
    }
}
