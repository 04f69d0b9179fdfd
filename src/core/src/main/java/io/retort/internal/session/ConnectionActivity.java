package io.retort.internal.session;

import java.sql.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The call that the connection of a run is waiting for. Statements, Java code and commits can take hours, so the
 * network timeout does not apply to them. A monitor in another thread distinguishes a slow statement from a lost
 * network.
 */
public final class ConnectionActivity {

    /**
     * A call that can take long.
     *
     * @param <E> the exception that it throws
     */
    @FunctionalInterface
    public interface LongCall<E extends Exception> {
        /**
         * Runs the call.
         *
         * @throws E if the call does
         */
        void run() throws E;
    }

    /**
     * The current call.
     *
     * @param what the statement, or a description
     * @param work whether it is Java code, which can leave the connection idle
     * @param begun the start, in nanoseconds of {@link System#nanoTime}
     */
    public record Call(String what, boolean work, long begun) {

        /** Returns the time since the start. */
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private final NetworkTimeout timeout;
    private volatile @Nullable Call current;

    /**
     * Creates the activity of a connection.
     *
     * @param connection the connection
     * @param silence the network timeout of its other calls
     */
    public ConnectionActivity(Connection connection, Duration silence) {
        this.timeout = NetworkTimeout.existing(connection, silence);
    }

    /**
     * Runs a statement or a commit.
     *
     * @param <E> the exception that it throws
     * @param what a description
     * @param call the call
     * @throws E if the call does
     */
    public <E extends Exception> void during(String what, LongCall<E> call) throws E {
        during(new Call(what, false, System.nanoTime()), call);
    }

    /**
     * Runs Java code.
     *
     * @param <E> the exception that it throws
     * @param what a description
     * @param call the code
     * @throws E if the code does
     */
    public <E extends Exception> void duringWork(String what, LongCall<E> call) throws E {
        during(new Call(what, true, System.nanoTime()), call);
    }

    private <E extends Exception> void during(Call call, LongCall<E> code) throws E {
        timeout.suspend();
        current = call;
        try {
            code.run();
        } finally {
            current = null;
            timeout.resume();
        }
    }

    /** Returns the current call; null if no call is running. */
    public @Nullable Call current() {
        return current;
    }
}
