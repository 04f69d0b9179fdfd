package io.retort.run.session;

import org.slf4j.LoggerFactory;

/** Closes what has done its work: that it cannot be closed changes nothing about what the database has done. */
public final class Closing {

    private Closing() {}

    /** Closes something, and notes in the log if that fails. */
    public static void quietly(AutoCloseable done) {
        try {
            done.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Closing.class).debug("Not closed: {}", done, e);
        }
    }
}
