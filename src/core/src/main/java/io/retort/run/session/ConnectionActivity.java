package io.retort.run.session;

import java.sql.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the connection of a run is waiting for. Statements, work and commits can take hours, so they are exempt from the
 * network timeout; whoever watches the connection from another thread tells a slow statement from a lost network.
 */
public final class ConnectionActivity {

    /**
     * Something that may take long.
     *
     * @param <E> what it throws
     */
    @FunctionalInterface
    public interface LongCall<E extends Exception> {
        void run() throws E;
    }

    /**
     * What the connection is waiting for.
     *
     * @param what the statement, or what else it is
     * @param work whether Java code is running, which may leave the connection idle
     * @param begun by {@link System#nanoTime}
     */
    public record Call(String what, boolean work, long begun) {

        /** How long it has been waiting. */
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private final NetworkTimeout timeout;
    private volatile @Nullable Call current;

    /**
     * The activity of a connection.
     *
     * @param silence the network timeout that its other calls have
     */
    public ConnectionActivity(Connection connection, Duration silence) {
        this.timeout = NetworkTimeout.existing(connection, silence);
    }

    /** Runs a statement or a commit. */
    public <E extends Exception> void during(String what, LongCall<E> call) throws E {
        during(new Call(what, false, System.nanoTime()), call);
    }

    /** Runs Java code. */
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

    /** What the connection is waiting for; null if it is not, or only for a moment. */
    public @Nullable Call current() {
        return current;
    }
}
