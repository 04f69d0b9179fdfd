package io.retort.diff.internal.scratch;

import io.retort.error.RetortException;

/** The user or the server does not allow a scratch schema to be created. */
public final class ScratchRefusedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    ScratchRefusedException(String kind, String reason, String action, Throwable cause) {
        super("Cannot create a scratch " + kind + ": " + reason + ".", action, cause);
        this.reason = reason;
    }

    /** Returns the reason as the end of a sentence that begins with "because". */
    public String reason() {
        return reason;
    }
}
