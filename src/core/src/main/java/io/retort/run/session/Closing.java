package io.retort.run.session;

import org.slf4j.LoggerFactory;

/** Closes JDBC objects whose work is done, so that a failure to close them does not matter. */
public final class Closing {

    private Closing() {}

    /** Closes an object and logs a failure. */
    public static void quietly(AutoCloseable done) {
        try {
            done.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Closing.class).debug("Not closed: {}", done, e);
        }
    }
}
