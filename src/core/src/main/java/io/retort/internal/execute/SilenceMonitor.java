package io.retort.internal.execute;

import io.retort.error.RetortException;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.session.ConnectionActivity;
import io.retort.internal.session.ConnectionActivity.Call;
import io.retort.internal.session.DriverSocket;
import io.retort.internal.session.JdbcQueries;
import io.retort.internal.session.SilentDatabaseText;
import io.retort.run.OtherSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run whose database no longer responds. When a statement runs for long, a second connection asks the server
 * about the session.
 *
 * <p>A session that works may continue for hours. The response is lost if the session has ended or is idle, or if the
 * server cannot be reached. Then the connection is closed, so that the run fails with a reason instead of waiting
 * forever.
 */
public final class SilenceMonitor implements AutoCloseable {

    /** The state of the session that runs the migration. */
    enum SessionCondition {
        WORKING,
        IDLE,
        ENDED,
        UNREACHABLE
    }

    private static final long ABORT_MILLIS = 2_000;

    private final ConnectionActivity activity;
    private final Connection connection;
    private final Duration silence;
    private final SessionProbe probe;
    private final @Nullable Thread thread;
    private volatile @Nullable String verdict;

    private SilenceMonitor(ExecutionContext context, Duration silence, @Nullable SessionProbe probe) {
        this.activity = context.activity();
        this.connection = context.connection();
        this.silence = silence;
        this.probe = probe == null ? SessionProbe.NONE : probe;
        this.thread = probe == null ? null : start(this::watch, "retort-silence");
    }

    /**
     * Monitors the connection of a run until closed. Does nothing on products that do not report sessions.
     *
     * @param context the connection
     * @param dataSource supplies the second connection, once a statement has used half of the time
     * @param silence how long a response may take while the database does not work on it; zero for no limit
     */
    public static SilenceMonitor over(ExecutionContext context, DataSource dataSource, Duration silence)
            throws SQLException {
        Optional<String> id = silence.isZero() ? Optional.empty() : Optional.ofNullable(context.id());
        Optional<String> state = id.flatMap(self -> context.sessions().activity(self));
        if (state.isEmpty()) {
            return new SilenceMonitor(context, silence, null);
        }
        Runnable end = () -> terminate(dataSource, context.sessions().end(id.get()));
        return new SilenceMonitor(context, silence, SessionProbe.of(context, dataSource, state.get(), end));
    }

    private static void terminate(DataSource dataSource, Optional<String> statement) {
        if (statement.isPresent()) {
            try (Connection second = dataSource.getConnection()) {
                new JdbcQueries(second).run(statement.get());
            } catch (SQLException | RuntimeException e) {
                PrintableLog.of(SilenceMonitor.class).debug("The lost session could not be ended", e);
            }
        }
    }

    private static Thread start(Runnable code, String name) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void watch() {
        Duration pause = Duration.ofMillis(Math.max(20, Math.min(5_000, silence.toMillis() / 12)));
        Watched watched = new Watched(null);
        try {
            while (verdict == null) {
                Thread.sleep(pause.toMillis());
                Call call = activity.current();
                if (call == null || call != watched.call) {
                    watched = new Watched(call);
                } else if (watched.lost > 0 || since(watched.lastAnswer).compareTo(silence.dividedBy(2)) >= 0) {
                    look(watched);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A call on the connection, and what was found out about it. */
    private static final class Watched {

        private final @Nullable Call call;
        private long lastAnswer;
        private int lost;

        Watched(@Nullable Call call) {
            this.call = call;
            this.lastAnswer = call == null ? 0 : call.begun();
        }
    }

    /** A response counts as lost if it is missing twice: the first time it may be on its way. */
    private void look(Watched watched) throws InterruptedException {
        SessionCondition condition = ask(silence.minus(since(watched.lastAnswer)));
        Call call = watched.call;
        if (call == null || activity.current() != call) {
            return;
        }
        if (condition == SessionCondition.WORKING || condition == SessionCondition.IDLE && call.work()) {
            watched.lastAnswer = System.nanoTime();
            watched.lost = 0;
        } else if (condition == SessionCondition.UNREACHABLE) {
            if (since(watched.lastAnswer).compareTo(silence) >= 0) {
                giveUp(call, "Another connection cannot reach the server either.");
            }
        } else if (++watched.lost > 1) {
            giveUp(call, lost(condition));
            probe.end().run();
        }
    }

    private static String lost(SessionCondition condition) {
        return condition == SessionCondition.ENDED
                ? "The server has ended the session."
                : "The server has answered and the session is idle, so the answer is lost.";
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** In a separate thread, because a connection attempt can hang, too. */
    private SessionCondition ask(Duration left) throws InterruptedException {
        CompletableFuture<SessionCondition> answer = new CompletableFuture<>();
        start(() -> answer.complete(probe.find()), "retort-probe");
        try {
            return answer.get(Math.max(1_000, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return SessionCondition.UNREACHABLE;
        } catch (ExecutionException e) {
            return SessionCondition.WORKING;
        }
    }

    /** In separate threads, because a driver may send a last message before it closes, which can hang, too. */
    private void giveUp(Call call, String why) {
        verdict = "The database did not answer for " + OtherSession.seconds(call.elapsed())
                + " while Retort waited for \"" + OtherSession.shortened(call.what()) + "\". " + why
                + " The connection was closed.";
        Thread abort = start(this::abort, "retort-abort");
        start(() -> closeAfter(abort), "retort-close");
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            PrintableLog.of(SilenceMonitor.class).debug("The connection is gone", e);
        }
    }

    /** The last resort: the thread of the run is blocked in the socket. */
    private void closeAfter(Thread abort) {
        try {
            abort.join(ABORT_MILLIS);
            DriverSocket.close(connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Explains the failure of a run whose database did not respond.
     *
     * @param failure the exception that ended the run
     * @return the explanation; empty if the failure has another reason
     */
    public Optional<RetortException> explain(Exception failure) {
        String silent = verdict;
        return silent == null
                ? SilentDatabaseText.explain(failure, silence)
                : Optional.of(SilentDatabaseText.explain(silent, failure));
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
