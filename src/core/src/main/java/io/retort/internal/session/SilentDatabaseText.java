package io.retort.internal.session;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.run.OtherSession;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains failures of a database that did not respond. */
public final class SilentDatabaseText {

    private static final int DEEPEST = 20;

    private static final Advice ACTION = Advice.of(
            "Check the network to the database, then run this again. The server ends a lost session by"
                    + " itself, and the next run waits for that. ",
            Advice.setting("silence-timeout"),
            " sets how long Retort waits for an answer.");

    private SilentDatabaseText() {}

    /** Explains a network timeout; empty for any other failure. */
    public static Optional<RetortException> explain(Exception failure, Duration silence) {
        return isTimeout(failure)
                ? Optional.of(explain(
                        "The database did not answer for " + OtherSession.seconds(silence)
                                + ". The connection was closed.",
                        failure))
                : Optional.empty();
    }

    /**
     * Explains a missing response.
     *
     * @param what what was waited for, and for how long
     * @param failure the failure
     */
    public static RetortException explain(String what, Exception failure) {
        String report = failure instanceof RetortException reported ? System.lineSeparator() + reported.what() : "";
        return new RetortException(what + report, ACTION, ExitStatus.FAILED, failure);
    }

    private static boolean isTimeout(@Nullable Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < DEEPEST; depth++) {
            if (link instanceof SocketTimeoutException) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }
}
