package io.retort.boot.autoconfigure;

import io.retort.error.RetortException;

/** A failure in one of several units. Its message contains the unit's name; the cause is the original failure. */
public final class UnitFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient UnitSettings settings;

    /**
     * Creates the exception.
     *
     * @param settings the settings of the unit; never null
     * @param cause the original failure; never null
     */
    public UnitFailedException(UnitSettings settings, RetortException cause) {
        super("Unit " + settings.name() + ": " + cause.what(), cause.advice(), cause.status(), cause);
        this.settings = settings;
    }

    /** Returns the settings of the unit. */
    public UnitSettings settings() {
        return settings;
    }
}
