package io.retort.internal.execute;

import io.retort.internal.log.PrintableLog;
import io.retort.internal.session.JdbcQueries;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reports the progress of a long statement from a second connection, on products that report it. It starts after a few
 * seconds and in its own thread. So a short run needs no second connection, and nothing waits for an exhausted pool.
 */
public final class ProgressMonitor implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final @Nullable Thread thread;

    private ProgressMonitor(@Nullable Thread thread) {
        this.thread = thread;
    }

    /**
     * Watches a session until closed.
     *
     * @param context the session
     * @param dataSource supplies the second connection
     * @param listener notified about the progress
     */
    public static ProgressMonitor over(ExecutionContext context, DataSource dataSource, Consumer<String> listener) {
        return over(context, new Glance(dataSource, PAUSE, listener));
    }

    static ProgressMonitor over(ExecutionContext context, Glance glance) {
        return new ProgressMonitor(Optional.ofNullable(context.id())
                .flatMap(self -> context.sessions().progress(self))
                .map(query -> start(query, glance))
                .orElse(null));
    }

    private static Thread start(String sql, Glance glance) {
        Thread thread = new Thread(() -> glance.repeat(sql), "retort-watch");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** How to query the progress. */
    static final class Glance {

        private final DataSource dataSource;
        private final Duration pause;
        private final Consumer<String> listener;

        /**
         * @param dataSource supplies the second connection
         * @param pause the time before each query
         * @param listener notified about the progress
         */
        Glance(DataSource dataSource, Duration pause, Consumer<String> listener) {
            this.dataSource = dataSource;
            this.pause = pause;
            this.listener = listener;
        }

        /** Runs until interrupted, or until no connection is available. */
        void repeat(String sql) {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.sleep(pause.toMillis());
                    look(sql).forEach(listener);
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            } catch (SQLException | RuntimeException e) {
                PrintableLog.of(ProgressMonitor.class).debug("Progress is no longer reported", e);
            }
        }

        private List<String> look(String sql) throws SQLException {
            try (Connection second = dataSource.getConnection()) {
                return new JdbcQueries(second).texts(sql);
            }
        }
    }
}
