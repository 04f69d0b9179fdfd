package io.retort.internal.session;

import io.retort.internal.log.PrintableLog;

/** Closes JDBC objects whose work is done, so that a failure to close them does not matter. */
public final class QuietClose {

    private QuietClose() {}

    /** Closes an object and logs a failure. */
    public static void quietly(AutoCloseable done) {
        try {
            done.close();
        } catch (Exception e) {
            PrintableLog.of(QuietClose.class).debug("Not closed: {}", done, e);
        }
    }
}
